//! What can go wrong on the way out. No message carries a full address: a feed's address may hold a secret.

use domain::source::Outcome;

/// The stages at which nothing has been sent yet.
pub(super) const RESOLVING: &str = "name resolution";
pub(super) const CONNECTING: &str = "the connection";

/// Why a request brought nothing.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Error {
    /// The address cannot be read.
    #[error("the address is not a valid http or https address ({reason}): correct it in the settings")]
    Address {
        /// What is wrong with it.
        reason: String,
    },
    /// A header or a token holds characters that cannot be sent.
    #[error("{what} holds characters that cannot be sent in a header: enter it again")]
    Header {
        /// Which one.
        what: String,
    },
    /// An entry of the allow-list cannot be read.
    #[error("the allow-list entry \"{entry}\" is neither a host, a host:port nor a network such as 10.0.0.0/8")]
    Allow {
        /// The entry as written.
        entry: String,
    },
    /// The host stands for an address inside the house.
    #[error(
        "refused to connect to {host}: it stands for {address}, a private or reserved address; if it is yours, put it on the allow-list"
    )]
    Refused {
        /// The host asked for.
        host: String,
        /// The address found.
        address: String,
    },
    /// A redirect that would show a secret.
    #[error("refused a redirect from https to http at {host} because it would send credentials in the clear")]
    Downgrade {
        /// The host that redirects.
        host: String,
    },
    /// Redirects without end.
    #[error("gave up after {0} redirects: the address redirects in a circle or too often")]
    Redirects(usize),
    /// A redirect that leads nowhere.
    #[error("{host} redirects to an address that cannot be read")]
    Location {
        /// The host that redirects.
        host: String,
    },
    /// No address for the host.
    #[error("found no address for {host}: check the spelling and the network")]
    Resolve {
        /// The host asked for.
        host: String,
    },
    /// Too slow.
    #[error("{host} did not answer in time ({stage})")]
    Time {
        /// The host asked.
        host: String,
        /// What was waited for.
        stage: &'static str,
    },
    /// Nobody could be spoken to.
    #[error("could not connect to {host}: {reason}")]
    Unreached {
        /// The host asked.
        host: String,
        /// What the network says.
        reason: String,
    },
    /// The connection broke.
    #[error("the connection to {host} failed: {reason}")]
    Connection {
        /// The host asked.
        host: String,
        /// What the network says.
        reason: String,
    },
    /// The other side cannot prove who it is.
    #[error("the certificate of {host} cannot be trusted: {fault}")]
    Certificate {
        /// The host asked.
        host: String,
        /// What is wrong with it.
        fault: CertificateFault,
    },
    /// No certificates to judge https by.
    #[error("https cannot be used: {0}; install the system's root certificates (Debian: ca-certificates)")]
    Certificates(String),
    /// More than is accepted.
    #[error("the answer of {host} is larger than accepted ({limit})")]
    TooBig {
        /// The host asked.
        host: String,
        /// Which bound was hit.
        limit: &'static str,
    },
    /// Compressed in a way that cannot be undone.
    #[error("the answer of {host} is damaged or compressed in an unknown way ({encoding})")]
    Encoding {
        /// The host asked.
        host: String,
        /// What it claims.
        encoding: String,
    },
}

/// What is wrong with a certificate.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum CertificateFault {
    /// Nobody that this machine knows has signed it: most often it signed itself.
    #[error("nobody known has signed it")]
    Unknown,
    /// It is another host's.
    #[error("it was made for another host")]
    OtherHost,
    /// It is over, or not yet begun.
    #[error("it has run out, or has not begun")]
    Time,
    /// Anything else.
    #[error("it is revoked, damaged or made for something else")]
    Other,
}

impl CertificateFault {
    fn of(fault: &rustls::CertificateError) -> Self {
        use rustls::CertificateError as Fault;
        match fault {
            Fault::UnknownIssuer => Self::Unknown,
            Fault::NotValidForName | Fault::NotValidForNameContext { .. } => Self::OtherHost,
            Fault::Expired | Fault::ExpiredContext { .. } | Fault::NotValidYet | Fault::NotValidYetContext { .. } => {
                Self::Time
            }
            _ => Self::Other,
        }
    }

    /// The fault that stands at the end of an error's causes, where it is one of a certificate.
    pub(super) fn behind(error: &(dyn std::error::Error + 'static)) -> Option<Self> {
        let mut at = Some(error);
        while let Some(cause) = at {
            let inside = cause.downcast_ref::<std::io::Error>().and_then(std::io::Error::get_ref);
            let tls = cause.downcast_ref().or_else(|| inside?.downcast_ref());
            if let Some(rustls::Error::InvalidCertificate(fault)) = tls {
                return Some(Self::of(fault));
            }
            // What an input-output error wraps is not always among its causes.
            at = cause.source().or_else(|| inside.map(|inner| inner as &(dyn std::error::Error + 'static)));
        }
        None
    }
}

impl Error {
    /// Whether the request may have been received all the same.
    pub fn may_have_arrived(&self) -> bool {
        match self {
            Self::Time { stage, .. } => ![RESOLVING, CONNECTING].contains(stage),
            Self::Connection { .. } | Self::TooBig { .. } | Self::Encoding { .. } => true,
            Self::Redirects(_) | Self::Location { .. } | Self::Downgrade { .. } => true,
            Self::Address { .. } | Self::Header { .. } | Self::Allow { .. } | Self::Refused { .. } => false,
            Self::Resolve { .. } | Self::Unreached { .. } | Self::Certificate { .. } | Self::Certificates(_) => false,
        }
    }

    /// How a source's try ended with it.
    pub fn outcome(&self) -> Outcome {
        match self {
            Self::Address { .. } | Self::Allow { .. } | Self::Refused { .. } | Self::Downgrade { .. } => {
                Outcome::Blocked
            }
            Self::Header { .. } => Outcome::Auth,
            Self::Redirects(_) | Self::Location { .. } | Self::Encoding { .. } => Outcome::Malformed,
            Self::TooBig { .. } => Outcome::TooBig,
            Self::Resolve { .. }
            | Self::Time { .. }
            | Self::Unreached { .. }
            | Self::Connection { .. }
            | Self::Certificate { .. }
            | Self::Certificates(_) => Outcome::Network,
        }
    }
}
