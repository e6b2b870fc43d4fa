//! `vigie export`: an organisation's posts, as JSONL that reads back identically or as CSV that is safe to open.

use super::{Setting, house};
use crate::Done;
use crate::cli::Export;
use connect::inbound::file::{csv, jsonl};
use domain::id::BrandId;
use std::collections::BTreeMap;
use std::io::{BufWriter, Write};

/// Rows read from the store at a time.
const PAGE: i64 = 1_000;

/// Writes to standard output.
pub async fn run(asked: Export, setting: &Setting) -> anyhow::Result<Done> {
    let world = house::open(setting).await?;
    let organisation = house::organisation(&world, asked.organisation.as_deref()).await?;
    let mut out = BufWriter::new(std::io::stdout().lock());
    if asked.csv {
        out.write_all(csv::header().as_bytes())?;
    }
    let brands: BTreeMap<BrandId, String> =
        world.store.brands(organisation.id).await?.into_iter().map(|brand| (brand.id, brand.name)).collect();
    let mut after = None;
    loop {
        let page = world.store.export(organisation.id, after, PAGE).await?;
        let Some(last) = page.last() else { break };
        after = Some((last.0, last.1));
        for (_, brand, post, _) in &page {
            let brand = brands.get(brand).map_or("", String::as_str);
            let line = if asked.csv { csv::row(post, brand) } else { jsonl::write_for(post, brand) };
            out.write_all(line.as_bytes())?;
        }
    }
    out.flush()?;
    Ok(Done::All)
}
