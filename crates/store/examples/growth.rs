//! Does ingest slow down as history grows? Commits post rows over eight weeks in four slices. Every other batch the same posts are
//! appended to a bare table beside, so that each slice is told as a share of what the machine could do in that very minute: a
//! noisy neighbour slows both. `growth [ROWS] [URL]`: 400,000 rows in a throw-away store unless told otherwise.

extern crate vigie_store as store;

use domain::id::SourceId;
use domain::post::{Author, Post};
use jiff::{SignedDuration, Timestamp};
use std::time::{Duration, Instant};
use store::{Batch, Item, NewSource, Store};

const BATCH: u64 = 5_000;
const SLICES: u64 = 4;
/// One batch in so many is appended bare as well.
const BESIDE: u64 = 2;

/// Rows and the time they took.
#[derive(Default)]
struct Pace {
    rows: u64,
    took: Duration,
}

impl Pace {
    fn add(&mut self, rows: u64, began: Instant) {
        self.rows += rows;
        self.took += began.elapsed();
    }

    fn speed(&self) -> f64 {
        self.rows as f64 / self.took.as_secs_f64()
    }
}

#[tokio::main]
#[expect(clippy::disallowed_methods, reason = "a measurement reads wall time")]
#[expect(clippy::print_stdout, reason = "an example prints what it measured")]
async fn main() -> store::Result<()> {
    let mut arguments = std::env::args().skip(1);
    let rows: u64 = arguments.next().and_then(|n| n.parse().ok()).unwrap_or(400_000);
    let url = arguments.next().unwrap_or_else(|| "sqlite::memory:".to_owned());
    let store = Store::open(&url).await?;
    // A throw-away address is another file each time; on a server it is another table.
    let beside = Store::open(&url).await?;
    beside.prepare_bare_append().await?;
    let source = source(&store).await?;
    let per_slice = (rows / SLICES / BATCH).max(1);
    let step = SignedDuration::from_hours(8 * 7 * 24) / i32::try_from(per_slice * SLICES).unwrap_or(i32::MAX);
    let (mut at, mut shares, mut speeds) = (Timestamp::UNIX_EPOCH, Vec::new(), Vec::new());
    for slice in 0..SLICES {
        let (mut ours, mut bare) = (Pace::default(), Pace::default());
        for n in 0..per_slice {
            at = at.saturating_add(step).unwrap_or(at);
            let first = (slice * per_slice + n) * BATCH;
            let posts: Vec<Post> = (first..first + BATCH).map(|n| post(n, at)).collect();
            if n % BESIDE == 0 {
                let began = Instant::now();
                bare.add(beside.bare_append(&posts).await?, began);
            }
            let items = posts.into_iter().map(|post| Item { post, reading: None, hits: Vec::new(), keep: true });
            let batch = Batch { items: items.collect(), cursor: Some(at.to_string()), ..Batch::new(source, at) };
            let began = Instant::now();
            let stored = store.commit(batch).await?.new;
            ours.add(stored as u64, began);
        }
        shares.push(ours.speed() / bare.speed());
        speeds.push(ours.speed());
        println!(
            "slice {}: {} rows, {:.0} rows/s beside {:.0} appended bare: {:.2}",
            slice + 1,
            ours.rows,
            ours.speed(),
            bare.speed(),
            ours.speed() / bare.speed()
        );
    }
    let facts = store.check().await?;
    println!("{} posts, {} bytes a post", facts.counts.posts, facts.bytes / facts.counts.posts.max(1));
    let last_of_first =
        |values: &[f64]| values.last().zip(values.first()).map_or(f64::NAN, |(last, first)| last / first);
    println!(
        "last / first: {:.2} of the bare append, {:.2} of the clock",
        last_of_first(&shares),
        last_of_first(&speeds)
    );
    beside.close().await;
    store.close().await;
    Ok(())
}

async fn source(store: &Store) -> store::Result<SourceId> {
    let new = NewSource {
        organisation: None,
        brand: None,
        kind: "feed".into(),
        name: "growth".into(),
        settings: "{}".into(),
    };
    Ok(store.create_source(new, Timestamp::UNIX_EPOCH).await?.id)
}

fn post(n: u64, at: Timestamp) -> Post {
    Post {
        source_kind: "feed".to_owned(),
        native_id: format!("https://example.org/posts/{n}"),
        author: Author { handle: Some(format!("reader{}@example.org", n % 30_000)), ..Author::default() },
        text: format!(
            "The {n}th post of a long day, about as long as what people write when they wait for a late train in the rain."
        ),
        published_at: Some(at),
        seen_at: at,
        ..Post::default()
    }
}
