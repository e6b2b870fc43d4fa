//! Tools that Vigie cannot hold itself: told `campaign.pause` and `campaign.resume` by a signed webhook (Standard Webhooks 1.0.0), and held only where the answer says
//! so. The form is written down in docs/targets.md.

use super::Account;
use super::answer::{hidden, of, refused_in, said, unasked};
use crate::inbound::json;
use crate::outbound::House;
use crate::outbound::answer::{host, short};
use crate::outbound::webhook::Settings;
use domain::publish::{Campaign, CampaignAnswer, Failed, Why};
use jiff::Timestamp;
use serde_json::{Value, json};

/// One tool.
pub(super) struct Server<'a> {
    pub(super) house: &'a House,
    pub(super) account: &'a Account,
}

impl Server<'_> {
    /// Tells it once; a 2xx is an answer, `{"paused": true}` in it says that nothing goes out.
    pub(super) async fn tell(&self, campaign: &Campaign, now: Timestamp) -> Result<CampaignAnswer, Failed> {
        let settings = settings(self.account).map_err(|why| of(Why::Settings, "", why))?;
        let body = serde_json::to_vec(&payload(campaign, now)).unwrap_or_default();
        let request = settings
            .signed(&self.house.allow, &campaign.key, body, now)
            .map_err(|error| unasked(&error, &host(&self.account.server)))?;
        let response =
            self.house.client.deliver(&request).await.map_err(|error| unasked(&error, &host(&self.account.server)))?;
        if !(200..300).contains(&response.status) {
            // Who answers may repeat the address, which nobody is shown.
            let said = said(&response).map(|said| hidden(&said, &self.account.server));
            return Err(refused_in(said.as_deref(), &response, &host(&self.account.server), now));
        }
        let answer = json::read(&response.body).unwrap_or(Value::Null);
        let text = short(&hidden(&String::from_utf8_lossy(&response.body), &self.account.server));
        let said_so = answer.get("paused") == Some(&Value::Bool(true));
        Ok(CampaignAnswer { paused: said_so, said: format!("{} {text}", response.status).trim_end().to_owned() })
    }
}

pub(super) fn settings(account: &Account) -> Result<Settings, String> {
    Settings::new(account.server.as_str(), &account.token).map_err(|wrong| wrong.to_string())
}

fn payload(campaign: &Campaign, now: Timestamp) -> Value {
    let data = json!({ "freeze": campaign.freeze, "since": campaign.since, "allow": campaign.allow });
    json!({ "type": campaign.asked.code(), "timestamp": now, "data": data })
}
