//! The pages' routes as a list: a router tells nobody what it serves, and the test of rights asks for every one of them. A route is added
//! here or nowhere, so that none can be left out.

use crate::state::App;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler;
use axum::http::Method;
use axum::routing::{MethodRouter, get, post};

/// Routes, and the list of them.
#[derive(Default)]
pub struct Listed {
    router: Router<App>,
    all: Vec<(Method, &'static str)>,
}

impl Listed {
    /// A page.
    pub fn get<H, T>(self, path: &'static str, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.add(Method::GET, path, get(handler))
    }

    /// What a form sends.
    pub fn post<H, T>(self, path: &'static str, handler: H) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.add(Method::POST, path, post(handler))
    }

    /// What a large form sends, of at most so many bytes.
    pub fn post_large<H, T>(self, path: &'static str, handler: H, most: usize) -> Self
    where
        H: Handler<T, App>,
        T: 'static,
    {
        self.add(Method::POST, path, post(handler).layer(DefaultBodyLimit::max(most)))
    }

    fn add(mut self, method: Method, path: &'static str, route: MethodRouter<App>) -> Self {
        self.router = self.router.route(path, route);
        self.all.push((method, path));
        self
    }

    /// The router, and what it serves.
    pub fn split(self) -> (Router<App>, Vec<(Method, &'static str)>) {
        (self.router, self.all)
    }
}
