//! How fast the reader reads, on one core.

use crate::data::Judged;
use std::hint::black_box;
use text::Reader;

/// Posts per second, best of five passes over the posts, as a line.
pub fn line(reader: &Reader, posts: &[Judged]) -> String {
    let bytes: usize = posts.iter().map(|post| post.text.len()).sum();
    let seconds = best_of(5, || {
        for post in posts {
            black_box(reader.read(black_box(&post.text)));
        }
    });
    // The yardstick of the same run: folding and cutting into tokens, which nobody can do without.
    let mut tokens = Vec::new();
    let floor = best_of(5, || {
        for post in posts {
            tokens.clear();
            text::token::tokens(black_box(&post.text), &mut tokens);
            black_box(&tokens);
        }
    });
    let count = posts.len() as f64;
    format!(
        "{:.0} posts/s on one core ({:.1} µs each, {} bytes on average); tokens alone in the same run: {:.0} posts/s, ratio {:.2}",
        count / seconds,
        seconds / count * 1e6,
        bytes / posts.len().max(1),
        count / floor,
        floor / seconds
    )
}

#[expect(clippy::disallowed_methods, reason = "measures how long reading takes")]
fn best_of(times: usize, mut work: impl FnMut()) -> f64 {
    (0..times)
        .map(|_| {
            let start = std::time::Instant::now();
            work();
            start.elapsed().as_secs_f64()
        })
        .fold(f64::INFINITY, f64::min)
}
