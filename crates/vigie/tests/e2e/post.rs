//! A customer answers by mail: from the public page to the inbox, to their mail, and back by an answer to it, without scripts.

use crate::browser::{Browser, Screen};
use crate::dovecot::Dovecot;
use crate::house::{EMAIL, House, PASSWORD, Served};
use crate::http;
use crate::journey::log_in;
use crate::mailbox::Mailbox;

fn header<'m>(mail: &'m str, name: &str) -> &'m str {
    let line = mail.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "));
    line.unwrap_or_else(|| panic!("no {name} in {mail}")).trim().trim_matches(['<', '>'])
}

/// Looks at the team's page until it shows that.
fn until_shown(team: &Browser, served: &Served, page: &str, what: &str) {
    crate::wait_for(what, || {
        team.visit(&served.at(page));
        team.text("main").contains(what).then_some(())
    });
}

#[test]
fn a_customer_answers_by_mail_and_another_complains_by_mail_without_scripts() {
    let Some(dovecot) = Dovecot::mailbox() else { return };
    if !crate::browser_is_there() {
        return;
    }
    let (house, outgoing) = (House::new(), Mailbox::start());
    house.file("vigie.toml", &outgoing.settings());
    let served = house.serve();
    let (desk, phone) = (Screen { scripts: false, ..Screen::DESK }, Screen { scripts: false, ..Screen::PHONE });
    let (team, customer) = (Browser::start(desk), Browser::start(phone));

    // The team opens the channel. A mailbox inside the house is refused on the page, what was typed stays, its password does not.
    log_in(&team, &served.url, EMAIL, PASSWORD);
    team.visit(&served.at("/settings/brands/1/complaints"));
    team.follow("main form button.main");
    let public = team.text("#public");
    team.fill("#mailbox-address", &dovecot.address);
    team.fill("#mailbox-server", &dovecot.imap);
    team.fill("#mailbox-password", &dovecot.password);
    team.follow("#mailbox-form button");
    assert!(team.text("#mailbox-problem").contains("127.0.0.1"), "{}", team.text("main"));
    assert_eq!(team.run("return document.querySelector('#mailbox-address').value"), dovecot.address.as_str());
    assert_eq!(team.run("return document.querySelector('#mailbox-password').value"), "");
    // Whoever runs the house lets it in.
    let added = house.done(&[
        "source",
        "add",
        "mailbox",
        &dovecot.imap,
        "--brand",
        "Dunes",
        "--address",
        &dovecot.address,
        "--password",
        &dovecot.password,
        "--plain",
        "--allow",
        &dovecot.imap,
    ]);
    assert!(added.contains(&dovecot.address), "{added}");
    crate::wait_for("the first look into the mailbox", || {
        let listed = house.done(&["source", "list"]);
        listed.lines().any(|line| line.contains("mailbox") && line.contains("heard at")).then_some(())
    });
    team.visit(&served.at("/settings/brands/1/complaints"));
    assert!(team.text("main").contains("The mailbox is read each minute"), "{}", team.text("main"));
    team.visit(&served.at("/sources"));
    assert!(team.text("#source-2").contains("Mailbox"), "{}", team.text("main"));

    // A customer writes on the page, the team answers, and the mails say that they can be answered.
    customer.goto(&public);
    let begun = std::time::Instant::now();
    customer.fill("#text", "Er zat glas in het brood");
    customer.fill("#email", "jeanne@customer.example");
    crate::wait_for("the time that people take", || (begun.elapsed().as_secs() >= 4).then_some(()));
    customer.follow("main form button.main");
    let kept = customer.text("#link");
    let receipt = outgoing.next();
    team.visit(&served.at("/complaints/1"));
    team.fill("#answer", "We hebben de partij teruggeroepen.");
    team.follow("main form[action$=answer] button.main");
    let mail = outgoing.next();
    let (back, id) = (header(&mail, "Reply-To").to_owned(), header(&mail, "Message-ID").to_owned());
    assert!(mail.contains("You can also answer this mail"), "{mail}");
    assert_ne!(back, header(&receipt, "Reply-To"), "each mail has a secret of its own");

    // They answer from their mail program, which quotes ours; a holiday notice and a stranger's mail come too.
    dovecot.deliver(
        &back,
        &format!(
            "From: Jeanne <jeanne@customer.example>\nTo: {back}\nSubject: Re: Dunes\nMessage-ID: <1@customer.example>\nIn-Reply-To: <{id}>\n\n\
             Dank u. <b>En mijn geld?</b>\n\nOp 2 maart 2026 om 10:00 schreef Dunes:\n> {kept}\n"
        ),
    );
    let away = "From: jeanne@customer.example\nSubject: Afwezig\nMessage-ID: <2@customer.example>\nAuto-Submitted: auto-replied\n\nIk ben weg.\n";
    dovecot.deliver(&back, away);
    let other = "From: Piet <piet@klant.example>\nSubject: Koude koffie\nMessage-ID: <3@klant.example>\n\nDe koffie was koud en niemand hielp mij.\n";
    dovecot.deliver(&dovecot.address, other);
    until_shown(&team, &served, "/complaints/1", "En mijn geld?");
    let said = team.text("#said-3");
    assert!(said.contains("Dank u. <b>En mijn geld?</b>") && !said.contains("conversation"), "{said}");
    assert!(said.contains("By mail from jeanne@customer.example") && said.contains("not proven"), "{said}");
    let kept_whole = house.done(&["--json", "complaint", "show", "1"]);
    assert!(kept_whole.contains("jeanne@customer.example"), "{kept_whole}");

    // The other is a complaint and a mention, and has a receipt of its own; the notice is neither, and is kept aside.
    until_shown(&team, &served, "/complaints/2", "Koude koffie");
    assert!(team.text("main").contains("By mail from piet@klant.example"), "{}", team.text("main"));
    let receipt = outgoing.next();
    assert!(receipt.contains("RCPT TO:<piet@klant.example>"), "{receipt}");
    team.visit(&served.at("/mentions"));
    assert!(team.text("main").contains("De koffie was koud"), "{}", team.text("main"));
    team.visit(&served.at("/complaints"));
    assert!(team.text(".tabs").contains("Waiting: 2"), "{}", team.text(".tabs"));
    team.visit(&served.at("/sources/2/quarantine"));
    assert!(team.text("main").contains("Auto-Submitted"), "{}", team.text("main"));
    assert!(outgoing.is_empty(), "nobody writes to a machine");

    // The customer sees it where they began, and that it came by mail.
    customer.goto(&kept);
    assert!(customer.text("#said-3").contains("En mijn geld?") && customer.text("#said-3").contains("By mail"));
    for browser in [&team, &customer] {
        assert_eq!(browser.complaints(), [""; 0]);
    }
    // The mail as it came is saved and never shown, and nobody has it without a login.
    let raw = team_link(&team, &served);
    assert_eq!(http::ask("GET", &served.at(&raw), &[], "").unwrap().status, 303);

    let looks = Browser::start(Screen { dark: true, ..Screen::PHONE });
    log_in(&looks, &served.url, EMAIL, PASSWORD);
    for page in ["/complaints/1", "/complaints/2", "/settings/brands/1/complaints", "/sources"] {
        looks.visit(&served.at(page));
        assert_eq!(looks.violations(), "", "{page}");
        assert_eq!(looks.run("return document.documentElement.scrollWidth"), 360, "{page}");
    }
}

fn team_link(team: &Browser, served: &Served) -> String {
    team.visit(&served.at("/complaints/1"));
    let found = team.run("return document.querySelector('#said-3 .mail-state a').getAttribute('href')");
    found.as_str().unwrap().to_owned()
}
