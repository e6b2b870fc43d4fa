//! Writes every sample page, in every language and both themes, to a folder, to be looked at.
//!
//! `cargo run -p vigie-web --example gallery -- FOLDER`

use std::path::PathBuf;
use vigie_web::{assets, pages};
use words::Locale;

fn main() -> std::io::Result<()> {
    let folder = PathBuf::from(std::env::args().nth(1).unwrap_or_else(|| "target/gallery".to_owned()));
    std::fs::create_dir_all(folder.join("assets"))?;
    for asset in [&*assets::STYLE, &*assets::SCRIPT, &*assets::ICON] {
        std::fs::write(folder.join(asset.path.trim_start_matches('/')), asset.bytes)?;
    }
    for locale in Locale::ALL {
        for theme in [pages::Theme::Light, pages::Theme::Dark] {
            for hostile in [false, true] {
                for (name, html) in pages::all(locale, theme, hostile) {
                    let html = html.map_err(std::io::Error::other)?.replace("\"/assets/", "\"assets/");
                    let mark = if hostile { "-hostile" } else { "" };
                    std::fs::write(folder.join(format!("{name}-{}-{}{mark}.html", locale.code(), theme.code())), html)?;
                }
            }
        }
    }
    Ok(())
}
