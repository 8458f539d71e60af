//! Without a display the program prints a sentence and exits with a code instead of panicking.

#[test]
#[cfg(target_os = "linux")]
fn reports_a_missing_display() {
    let folder = tempfile::tempdir().unwrap();
    let run = |display: Option<&str>| {
        let mut program = std::process::Command::new(env!("CARGO_BIN_EXE_latchbook-desktop"));
        program.env_remove("DISPLAY").env_remove("WAYLAND_DISPLAY").env("LATCHBOOK_DATA_DIR", folder.path());
        if let Some(display) = display {
            program.env("DISPLAY", display);
        }
        program.output().unwrap()
    };
    for display in [None, Some(":60998"), Some("nonsense")] {
        let output = run(display);
        let said = String::from_utf8(output.stderr).unwrap();
        assert_eq!(output.status.code(), Some(69), "with DISPLAY {display:?}: {said}");
        assert!(said.contains("no display") && said.contains("`latchbook`"), "why, and what else to do: {said}");
        assert!(!said.contains("panicked"), "no panic: {said}");
    }
}
