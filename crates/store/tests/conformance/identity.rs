//! A post is stored once, whatever wrote it, whenever: by two processes, after a restart, after a failure, from any run.

use crate::house::{Folder, House, batch, create_database, drop_database, post, server};
use proptest::prelude::*;
use proptest::test_runner::{Config, TestRunner};
use std::collections::BTreeSet;
use store::{Item, Store};

#[derive(Clone, Debug)]
enum Step {
    /// Posts by one of two processes.
    Commit { second: bool, posts: Vec<u8> },
    /// Posts that are refused after they were looked up.
    Fail { second: bool, posts: Vec<u8> },
    /// A process stops and starts again, with runs of another length.
    Restart { second: bool, runs_of: usize },
}

fn step() -> impl Strategy<Value = Step> {
    let posts = || (any::<bool>(), proptest::collection::vec(0..60_u8, 1..20));
    prop_oneof![
        6 => posts().prop_map(|(second, posts)| Step::Commit { second, posts }),
        1 => posts().prop_map(|(second, posts)| Step::Fail { second, posts }),
        1 => (any::<bool>(), 1..9_usize).prop_map(|(second, runs_of)| Step::Restart { second, runs_of }),
    ]
}

async fn open(url: &str, runs_of: usize) -> Store {
    Store::open(url).await.unwrap().with_runs_of(runs_of)
}

async fn check(url: &str, steps: &[Step]) {
    let mut processes = [open(url, 7).await, open(url, 7).await];
    let house = House::build(&processes[0]).await;
    let items = |posts: &[u8]| -> Vec<Item> {
        posts.iter().map(|n| house.item(post(&n.to_string(), "lantern", i64::from(*n) * 100_000))).collect()
    };
    let mut oracle = BTreeSet::new();
    for step in steps {
        match step {
            Step::Commit { second, posts } => {
                let new = posts.iter().filter(|n| oracle.insert(**n)).count();
                let done = processes[usize::from(*second)].commit(batch(house.feed, items(posts))).await.unwrap();
                assert_eq!((done.new, done.duplicate), (new, posts.len() - new), "{step:?}");
            }
            Step::Fail { second, posts } => {
                let mut stray = batch(house.feed, items(posts));
                stray.items[0].hits = vec![house.their_hit(&stray.items[0].post)];
                assert!(processes[usize::from(*second)].commit(stray).await.is_err());
            }
            Step::Restart { second, runs_of } => {
                let process = &mut processes[usize::from(*second)];
                process.close().await;
                *process = open(url, *runs_of).await;
            }
        }
    }
    let facts = processes[0].check().await.unwrap();
    assert_eq!(facts.counts.posts, oracle.len() as i64);
    for process in &processes {
        process.close().await;
    }
}

#[test]
fn a_post_is_stored_once_by_whom_and_whenever() {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    let mut runner = TestRunner::new(Config { cases: 24, failure_persistence: None, ..Config::default() });
    let outcome = runner.run(&proptest::collection::vec(step(), 1..24), |steps| {
        runtime.block_on(async {
            let folder = Folder::new("identity");
            check(&folder.url(), &steps).await;
            drop(folder);
            if let Some(server) = server() {
                let url = create_database(&server).await;
                check(&url, &steps).await;
                drop_database(&server, &url).await;
            }
        });
        Ok(())
    });
    if let Err(error) = outcome {
        panic!("{error}");
    }
}
