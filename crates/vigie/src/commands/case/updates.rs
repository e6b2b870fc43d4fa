//! `vigie case updates`: what the public reads, as files for a host that stands when this one does not.

use crate::Done;
use crate::commands::house;
use crate::config::UpdatesFolder;
use crate::output;
use anyhow::Context;
use domain::brand::Brand;
use engine::case::{Around, Published, published, updates_page};
use engine::world::World;
use serde_json::json;
use std::fs;
use std::path::Path;
use std::time::Duration;
use tokio::task::JoinSet;
use words::Locale;

/// How often a folder is looked at while the pages are served.
const EACH: Duration = Duration::from_secs(5);

/// Writes the files of a brand, and says which changed.
pub async fn write(world: &World, brand: &Brand, origin: &str, to: &Path, json: bool) -> anyhow::Result<Done> {
    let written = lay(world, brand, origin, to).await?;
    if json {
        output::json(&json!({ "folder": to, "written": written }))?;
    } else if written.is_empty() {
        output::line(format!("{}: nothing changed", to.display()))?;
    } else {
        output::line(format!("{}: {}", to.display(), written.join(", ")))?;
    }
    Ok(Done::All)
}

/// Keeps the folders of the settings as the public pages are, until the tasks are ended.
pub fn keep(world: &World, folders: &[UpdatesFolder], origin: &str, tasks: &mut JoinSet<()>) {
    for asked in folders {
        let (world, origin, asked) = (world.clone(), origin.to_owned(), asked.clone());
        tasks.spawn(async move {
            loop {
                if let Err(error) = keep_one(&world, &asked, &origin).await {
                    tracing::error!(
                        error = format!("{error:#}"),
                        "the public updates could not be written; it is tried again"
                    );
                }
                let next = world.clock.now().saturating_add(EACH).unwrap_or(jiff::Timestamp::MAX);
                world.clock.sleep_until(next).await;
            }
        });
    }
}

/// Whose it is, is asked each time: a brand that was renamed, or a second organisation, ends nothing.
async fn keep_one(world: &World, asked: &UpdatesFolder, origin: &str) -> anyhow::Result<()> {
    let organisation = house::organisation(world, asked.organisation.as_deref()).await?;
    let brand = house::brand(world, &organisation, &asked.brand).await?;
    lay(world, &brand, origin, &asked.folder).await?;
    Ok(())
}

/// Lays the files; each is whole at any moment, and one that is the same is left. Answers which were written.
async fn lay(world: &World, brand: &Brand, origin: &str, to: &Path) -> anyhow::Result<Vec<String>> {
    let around = Around::of(world, brand.organisation, brand.id).await?;
    let quiet = || Published {
        brand: brand.name.clone(),
        zone: brand.zone.clone(),
        updates: Vec::new(),
        next: None,
        closed: None,
    };
    let page = published(world, brand.id).await?.unwrap_or_else(quiet);
    let first = around.plan.languages.first().and_then(|said| Locale::from_code(said.value.code()));
    let files = web::updates::files(brand.id, &page, first.unwrap_or(Locale::En), &updates_page(origin, brand.id))?;
    let unwritten = |path: &Path| format!("{} cannot be written", path.display());
    fs::create_dir_all(to).with_context(|| unwritten(to))?;
    let mut written = Vec::new();
    // The pages last: what they name is there before they are.
    for (name, bytes) in files.into_iter().rev() {
        let path = to.join(&name);
        if fs::read(&path).is_ok_and(|there| there == bytes) {
            continue;
        }
        // Another process may write the same folder.
        let beside = to.join(format!(".{name}.{}.new", std::process::id()));
        fs::write(&beside, &bytes).with_context(|| unwritten(&beside))?;
        fs::rename(&beside, &path).with_context(|| unwritten(&path))?;
        written.push(name);
    }
    Ok(written)
}
