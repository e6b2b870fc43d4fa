//! What is printed or handed on of a case: the sheet of questions and answers, the brief, the folder that proves itself.

use super::super::bridge::failed;
use super::super::desk::{Desk, page};
use super::find;
use super::view::View;
use crate::error::Failure;
use crate::pages::Room;
use crate::pages::case::{BriefPage, Line, SheetPage};
use axum::extract::Path;
use axum::http::header;
use axum::response::{IntoResponse, Response};
use domain::case::event::{FactStatus, Form};
use domain::case::state::{Draft, Stage};
use domain::case::{TextRef, brief as brief_of, client_view, legal};
use domain::organisation::Right;
use engine::case::Exported;
use jiff::Timestamp;

/// The questions and answers for counter, telephone and press: what was said to everybody, word for word, and nothing else.
pub async fn sheet(desk: Desk, Path(id): Path<i64>) -> Result<Response, Failure> {
    let (file, role) = find(&desk, id, Right::Inspect).await?;
    let view = View::of(&desk, &file, role).await?;
    let state = &view.room.state;
    let out = |draft: &Draft| match draft.stage {
        Stage::Sent(at, _) if draft.form != Form::Reply => Some((at, view.text(draft.wording.text))),
        _ => None,
    };
    let words_of = |number: &u32| state.drafts.get(number).and_then(out).map(|(_, text)| text);
    let questions = state.questions();
    let shown: Vec<u32> = questions.iter().flat_map(|line| line.said.clone()).collect();
    let lines = questions.into_iter().map(|line| {
        let answers = line.said.iter().filter_map(words_of).collect();
        (view.text(line.text), words::case::fact_status(&desk.words, line.status), answers)
    });
    let rest = state.drafts.iter().filter(|(number, _)| !shown.contains(number));
    let mut said: Vec<(Timestamp, String)> = rest.filter_map(|(_, draft)| out(draft)).collect();
    said.sort_by_key(|(at, _)| std::cmp::Reverse(*at));
    let mut shell = desk.shell(Room::Cases).await?;
    shell.path = format!("/cases/{id}/sheet");
    let made = SheetPage {
        id,
        about: view.about(),
        at: view.now,
        next: brief_of(state, &view.room.entries, true).promised,
        questions: lines.collect(),
        said,
        shell,
        words: view.words().clone(),
    };
    Ok(page(&made)?.into_response())
}

/// One page for those who decide, from the log: nothing internal is on it. Who may only read, such as a client, gets the client's view.
pub async fn brief(desk: Desk, Path(id): Path<i64>) -> Result<Response, Failure> {
    let (file, role) = find(&desk, id, Right::Read).await?;
    let view = View::of(&desk, &file, role).await?;
    let mut shell = desk.shell(Room::Cases).await?;
    shell.path = format!("/cases/{id}/brief");
    let for_client = !role.may(Right::Inspect);
    let (stands, parts) = if for_client { view.for_client() } else { (view.stands(), view.parts()) };
    let made = BriefPage {
        id,
        about: view.about(),
        at: view.now,
        for_client,
        stands,
        safety_first: view.room.state.course.safety_first(),
        parts,
        shell,
        words: view.words().clone(),
    };
    Ok(page(&made)?.into_response())
}

impl View<'_> {
    /// The client's view, as [`client_view`] tells it: where it stands, what everybody was told, the notes that were meant for them.
    fn for_client(&self) -> (Vec<Line>, Vec<(String, Vec<Line>)>) {
        let words = self.words();
        let told = client_view(&self.room.state);
        let since = format!("{} · {}", words::case::step(words, told.step), words.since(told.since));
        let line = |id: &str, is: Option<String>| is.map(|is| (words.say(id), is));
        let stands = [
            line("case-brief-step", Some(since)),
            line("case-brief-began", told.began.map(|at| words.when(at))),
            line("case-brief-opened", told.opened.map(|at| words.when(at))),
            line("case-loudness", told.loudness.map(|loudness| words::case::loudness(words, loudness))),
            line("case-brief-next", told.next.map(|at| words.when(at))),
            line("case-tasks", Some(format!("{}/{}", told.tasks.0, told.tasks.1))),
        ];
        let said = told.told.iter().filter_map(|one| Some((self.text(one.text?.reference()), words.when(one.at))));
        let notes = told.notes.iter().map(|note| (self.text(note.text.reference()), words.when(note.at)));
        let parts: [(String, Vec<Line>); 2] =
            [(words.say("case-brief-said"), said.collect()), (words.say("case-brief-notes"), notes.collect())];
        let parts = parts.into_iter().filter(|(_, lines)| !lines.is_empty());
        (stands.into_iter().flatten().collect(), parts.collect())
    }

    fn stands(&self) -> Vec<Line> {
        let words = self.words();
        let made = brief_of(&self.room.state, &self.room.entries, false);
        let line = |id: &str, is: Option<String>| is.map(|is| (words.say(id), is));
        let lines = [
            line("case-brief-step", Some(words::case::step(words, made.step))),
            line("case-brief-began", made.began.map(|began| words.when(began.at))),
            line("case-brief-opened", made.opened.map(|at| words.when(at))),
            line("case-brief-lead", made.lead.and_then(|lead| self.party(lead))),
            line("case-stance", made.posture.map(|posture| words::case::posture(words, posture))),
            line("case-loudness", made.loudness.map(|loudness| words::case::loudness(words, loudness))),
            line("case-brief-next", made.promised.map(|at| words.when(at))),
            line("case-tasks", Some(format!("{}/{}", made.tasks.0, made.tasks.1))),
            line("case-brief-held", (made.held > 0).then(|| words.number(made.held as i64))),
        ];
        lines.into_iter().flatten().collect()
    }

    fn parts(&self) -> Vec<(String, Vec<Line>)> {
        let words = self.words();
        let state = &self.room.state;
        let made = brief_of(state, &self.room.entries, false);
        let texts = |of: &[TextRef]| of.iter().map(|text| (self.text(*text), String::new())).collect::<Vec<Line>>();
        let said = made.said.iter().filter_map(|(number, at)| {
            let text = state.drafts.get(number)?.wording.text;
            Some((self.text(text), words.when(*at)))
        });
        let term = |code: &str| legal::by_code(code).map_or_else(|| code.to_owned(), |term| term.reference.to_owned());
        let figures = self.figures().into_iter().map(|it| {
            let figure = words::case::figure(words, it.figure);
            (format!("{figure} · {}", it.what), words.when(it.as_of))
        });
        let told = self.stakeholders().into_iter().filter_map(|row| {
            let (at, by) = row.told?;
            Some((row.name, format!("{} · {by}", words.when(at))))
        });
        let decided = made.decided.iter().filter_map(|it| {
            let entry = self.room.entries.get(it.version as usize - 1)?;
            Some((self.happened(&entry.event), format!("{} · {}", words.when(it.at), self.actor(it.by))))
        });
        let status = |status| words::case::fact_status(words, status);
        let legal = made.legal.iter().map(|(code, due)| (term(code), words.when(*due)));
        let parts: Vec<(String, Vec<Line>)> = vec![
            (status(FactStatus::Known), texts(&made.known)),
            (status(FactStatus::Probable), texts(&made.probable)),
            (status(FactStatus::Unknown), texts(&made.open)),
            (words.say("case-brief-said"), said.collect()),
            (words.say("case-legal"), legal.collect()),
            (words.say("case-figures"), figures.collect()),
            (words.say("case-stakeholders"), told.collect()),
            (words.say("case-brief-notes"), texts(&made.notes)),
            (words.say("case-brief-decided"), decided.collect()),
        ];
        parts.into_iter().filter(|(_, lines)| !lines.is_empty()).collect()
    }
}

/// The case as the files of a folder, in one archive: unpacked, `vigie case verify` proves it.
pub async fn export(desk: Desk, Path(id): Path<i64>) -> Result<Response, Failure> {
    let (file, role) = find(&desk, id, Right::Inspect).await?;
    if !role.may_export() {
        return Err(Failure::Forbidden);
    }
    let exported = engine::case::export(&desk.app.waking, file.organisation, file.id, role).await.map_err(failed)?;
    let name = format!("case-{id}");
    let bytes = packed(&name, exported, desk.now()).map_err(|error| Failure::Ours(error.to_string()))?;
    let kept = format!("attachment; filename=\"{name}.tar\"");
    Ok(([(header::CONTENT_TYPE, "application/x-tar".to_owned()), (header::CONTENT_DISPOSITION, kept)], bytes)
        .into_response())
}

fn packed(name: &str, exported: Exported, at: Timestamp) -> std::io::Result<Vec<u8>> {
    let folder = exported.folder;
    let files = [("manifest.json", folder.manifest), ("events.jsonl", folder.events), ("texts.jsonl", folder.texts)];
    let files = files.map(|(file, bytes)| (file.to_owned(), bytes));
    let captures = exported.captures.into_iter().map(|(file, bytes)| (format!("captures/{file}"), bytes));
    let mut archive = tar::Builder::new(Vec::new());
    for (file, bytes) in files.into_iter().chain(folder.beside).chain(captures) {
        let mut head = tar::Header::new_gnu();
        head.set_size(bytes.len() as u64);
        head.set_mode(0o600);
        head.set_mtime(at.as_second().try_into().unwrap_or_default());
        head.set_cksum();
        archive.append_data(&mut head, format!("{name}/{file}"), bytes.as_slice())?;
    }
    archive.into_inner()
}
