//! `demo`: everything once, on simulated doors with a separate record. It runs on the simulator's clock, without waiting.

mod folder;
mod story;

use simulator::{Options, Simulator};

use super::Outcome;
use crate::exit::{Exit, Failure, sentence};
use crate::invocation::{Invocation, serve};
use crate::screen::Screen;
use crate::show::demo as page;
use crate::view::DemoView;
use folder::Folder;
use story::Story;

/// How long each of a simulated code's two steps takes.
const STEP_MS: u64 = 60_000;

pub fn run(invocation: &Invocation) -> Outcome {
    serve(async {
        let folder = Folder::make()?;
        let options = Options { doors: 6, codes: 6, setting_ms: STEP_MS, set_ms: STEP_MS, ..Options::default() };
        let simulator = Simulator::start(options).await;
        let simulator = simulator.map_err(|error| Failure::usage(sentence(&error.to_string())))?;
        let told = tell(&invocation.screen, &simulator, &folder).await;
        simulator.stop().await;
        told.map(|()| Exit::Done)
    })
}

/// Runs the steps in order and shows each as it is done.
async fn tell(screen: &Screen, simulator: &Simulator, folder: &Folder) -> Result<(), Failure> {
    let paper = &screen.paper;
    let print = |text: String| {
        if !screen.json {
            screen.print(&format!("{text}\n\n"))
        }
    };
    print(page::opening(paper));
    let story = Story::begin(simulator, folder)?;
    let sync = story.sync().await?;
    let doors = story.doors().await?;
    print(page::doors(&sync, &doors, story.now(), paper));
    let audit = story.audit().await?;
    print(page::audit(&audit, paper));
    let preview = story.preview().await?;
    print(page::preview(&preview, paper));
    let (stages, issued) = story.issue().await?;
    print(page::issued(&stages, &issued, paper));
    let again = story.again().await?;
    print(page::again(&again, paper));
    let lost = story.lose_an_answer().await?;
    print(page::lost(&lost, paper));
    let (codes, verify) = story.record(folder).await?;
    print(page::record(&codes, &verify, paper));
    if screen.json {
        screen.document(&DemoView { sync, doors, audit, preview, issued, again, lost, codes, verify });
    } else {
        screen.print(&page::closing(paper));
    }
    Ok(())
}
