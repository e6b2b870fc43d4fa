//! How fast the reader reads, on one core.

use crate::data::Judged;
use anyhow::{Context, Result};
use std::hint::black_box;
use text::Reader;

/// Posts per second, best of nine passes over the posts, as a line.
pub fn line(reader: &Reader, posts: &[Judged]) -> Result<String> {
    let bytes: usize = posts.iter().map(|post| post.text.len()).sum();
    let seconds = best_of(9, || {
        for post in posts {
            black_box(reader.read(black_box(&post.text)));
        }
    })?;
    // The yardstick of the same run: folding and cutting into tokens, which nobody can do without.
    let mut tokens = Vec::new();
    let floor = best_of(9, || {
        for post in posts {
            tokens.clear();
            text::token::tokens(black_box(&post.text), &mut tokens);
            black_box(&tokens);
        }
    })?;
    let count = posts.len() as f64;
    Ok(format!(
        "{:.0} posts/s on one core, processor time ({:.1} µs each, {} bytes on average); tokens alone in the same run: {:.0} posts/s, ratio {:.2}",
        count / seconds,
        seconds / count * 1e6,
        bytes / posts.len().max(1),
        count / floor,
        floor / seconds
    ))
}

/// The least seconds that the work took this thread: time on the processor, so that what else runs counts little.
fn best_of(times: usize, mut work: impl FnMut()) -> Result<f64> {
    let mut best = f64::INFINITY;
    for _ in 0..times {
        let before = spent()?;
        work();
        best = best.min(spent()? - before);
    }
    Ok(best)
}

/// Seconds this thread has been on the processor.
fn spent() -> Result<f64> {
    let file = "/proc/thread-self/schedstat";
    let line = std::fs::read_to_string(file)
        .with_context(|| format!("cannot read {file}: speed is measured on Linux only"))?;
    let nanoseconds: f64 = line.split(' ').next().unwrap_or("").parse().with_context(|| format!("{file}: {line:?}"))?;
    Ok(nanoseconds / 1e9)
}
