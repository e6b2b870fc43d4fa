//! `vigie team`.

use clap::Subcommand;

#[derive(Debug, Subcommand)]
pub enum Team {
    /// Lists the team: role, last day, whether each can be woken and said that they are reached as the plan has it
    List {
        #[arg(long)]
        organisation: Option<String>,
    },
    /// Says who can be reached for each role of the plan, now and in the next seven nights
    Coverage {
        #[arg(long)]
        organisation: Option<String>,
    },
    /// Keeps that somebody is reached as the plan has it, after they said so
    Confirm {
        #[arg(long)]
        email: String,
        #[arg(long)]
        organisation: Option<String>,
    },
    /// Asks everybody in the plan who said nothing for a quarter; `vigie serve` sends the messages
    Ask {
        #[arg(long)]
        organisation: Option<String>,
    },
    /// Keeps that the team's composition was looked at and is right
    Reviewed {
        #[arg(long)]
        organisation: Option<String>,
    },
    /// Keeps that a scenario of the plan was gone through today
    Rehearsed {
        /// The scenario's name in the plan
        scenario: String,
        #[arg(long)]
        organisation: Option<String>,
    },
    /// Prints a link by which staff who have no login read how to behave, and nothing else
    Link {
        /// For whom: the kitchen, the shop
        #[arg(long)]
        name: String,
        #[arg(long)]
        organisation: Option<String>,
    },
    /// Lists the links for staff
    Links {
        #[arg(long)]
        organisation: Option<String>,
    },
    /// Says when each person of the plan with a role last showed each part of the training, in a drill or by the link for staff
    Practice {
        #[arg(long)]
        organisation: Option<String>,
    },
    /// Lists the days that are ahead by the plan: drills, confirmations, approvals that run out, the look at the team
    Calendar {
        /// As iCalendar, for any program that reads it
        #[arg(long)]
        ics: bool,
        #[arg(long)]
        organisation: Option<String>,
    },
    /// Prints the address by which somebody's own calendar reads these days; the one before it opens nothing any more
    CalendarLink {
        #[arg(long)]
        email: String,
        /// Takes the address back, and makes none
        #[arg(long)]
        withdraw: bool,
        #[arg(long)]
        organisation: Option<String>,
    },
    /// Lists who of the staff was trained by a link
    Trained {
        #[arg(long)]
        organisation: Option<String>,
    },
    /// Erases that somebody was trained
    Untrain {
        /// Its number, as `vigie team trained` lists it
        id: i64,
        #[arg(long)]
        organisation: Option<String>,
    },
    /// Withdraws a link for staff: it opens nothing any more
    Withdraw {
        id: i64,
        #[arg(long)]
        organisation: Option<String>,
    },
}
