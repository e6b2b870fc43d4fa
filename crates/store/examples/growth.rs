//! Does ingest slow down as history grows? Commits post rows over eight weeks and prints rows/s for each slice, then the
//! last slice as a share of the first. `growth [ROWS] [URL]`: 400,000 rows in a throw-away store unless told otherwise.

extern crate vigie_store as store;

use domain::post::{Author, Post};
use jiff::{SignedDuration, Timestamp};
use std::time::Instant;
use store::{Batch, Item, NewSource, Store};

const BATCH: u64 = 5_000;
const SLICES: u64 = 4;

#[tokio::main]
#[expect(clippy::disallowed_methods, reason = "a measurement reads wall time")]
#[expect(clippy::print_stdout, reason = "an example prints what it measured")]
async fn main() -> store::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let rows: u64 = arguments.next().and_then(|n| n.parse().ok()).unwrap_or(400_000);
    let store = Store::open(&arguments.next().unwrap_or_else(|| "sqlite::memory:".to_owned())).await?;
    let start = Timestamp::UNIX_EPOCH;
    let new = NewSource {
        organisation: None,
        brand: None,
        kind: "feed".into(),
        name: "growth".into(),
        settings: "{}".into(),
    };
    let source = store.create_source(new, start).await?.id;
    let step = SignedDuration::from_hours(8 * 7 * 24) / i32::try_from(rows / BATCH).unwrap_or(i32::MAX).max(1);
    let (mut at, mut speeds) = (start, Vec::new());
    for slice in 0..SLICES {
        let began = Instant::now();
        let per_slice = rows / SLICES / BATCH;
        for n in 0..per_slice {
            at = at.saturating_add(step).unwrap_or(at);
            let first = (slice * per_slice + n) * BATCH;
            let items = (first..first + BATCH).map(|n| item(n, at)).collect();
            store.commit(batch(source, at, items)).await?;
        }
        let rows = (per_slice * BATCH) as f64;
        speeds.push(rows / began.elapsed().as_secs_f64());
        println!("slice {}: {rows:.0} rows, {:.0} rows/s", slice + 1, speeds.last().copied().unwrap_or_default());
    }
    let facts = store.check().await?;
    println!("{} posts, {} bytes a post", facts.counts.posts, facts.bytes / facts.counts.posts.max(1));
    if let (Some(first), Some(last)) = (speeds.first(), speeds.last()) {
        println!("last / first: {:.2}", last / first);
    }
    store.close().await;
    Ok(())
}

fn item(n: u64, at: Timestamp) -> Item {
    let post = Post {
        source_kind: "feed".to_owned(),
        native_id: format!("https://example.org/posts/{n}"),
        author: Author { handle: Some(format!("reader{}@example.org", n % 30_000)), ..Author::default() },
        text: format!(
            "The {n}th post of a long day, about as long as what people write when they wait for a late train in the rain."
        ),
        published_at: Some(at),
        seen_at: at,
        ..Post::default()
    };
    Item { post, reading: None, hits: Vec::new(), keep: true }
}

fn batch(source: domain::id::SourceId, at: Timestamp, items: Vec<Item>) -> Batch {
    Batch {
        source,
        at,
        items,
        deleted: Vec::new(),
        engagement: Vec::new(),
        quarantined: Vec::new(),
        gaps: Vec::new(),
        cursor: Some(at.to_string()),
        delivery_ids: Vec::new(),
        ticks: true,
    }
}
