//! Named places where the process can be made to stop dead, so that what survives a kill can be judged. Never in a shipped binary.

use std::io::Write;
use std::sync::LazyLock;
use std::sync::atomic::{AtomicU64, Ordering};

/// What `VIGIE_CRASH_POINT=place[:nth]` asks for.
struct Wish {
    place: String,
    nth: u64,
    times: AtomicU64,
}

static WISH: LazyLock<Option<Wish>> = LazyLock::new(|| {
    let asked = std::env::var("VIGIE_CRASH_POINT").ok()?;
    let (place, nth) = asked.split_once(':').unwrap_or((&asked, "1"));
    Some(Wish { place: place.to_owned(), nth: nth.parse().ok()?, times: AtomicU64::new(0) })
});

/// Says that a place was reached and stands still, so that whoever watches can kill the process just here: `name` or `name/what`,
/// the nth time. Anywhere else it does nothing.
pub fn reach(name: &str, what: &str) {
    let Some(wish) = WISH.as_ref() else { return };
    let place = format!("{name}/{what}");
    if (wish.place != name && wish.place != place) || wish.times.fetch_add(1, Ordering::SeqCst) + 1 != wish.nth {
        return;
    }
    // Nobody reads it: nobody will kill us, and standing still shows that.
    drop(writeln!(std::io::stderr().lock(), "crash point {place}"));
    loop {
        std::thread::park();
    }
}
