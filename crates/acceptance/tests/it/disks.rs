//! Disks that are full, and disks that cannot be written.
//!
//! Where this process may mount (in a mount namespace of its own), a small disk and a read-only one are mounted for real;
//! elsewhere a limit on the size of files and a folder without rights stand for them.

use crate::program::Ran;
use crate::rig::Rig;

fn may_mount() -> bool {
    let tried =
        std::process::Command::new("unshare").args(["--mount", "mount", "-t", "tmpfs", "none", "/mnt"]).output();
    tried.is_ok_and(|tried| tried.status.success())
}

/// Runs shell lines (`$0` is the program) with nothing below `home` to be written.
pub(crate) fn read_only(rig: &Rig, home: &str, script: &str) -> Ran {
    if may_mount() {
        rig.shell(&format!(
            "exec unshare --mount sh -c 'mount --bind {home} {home} && mount -o remount,bind,ro {home} && {script}' \"$0\""
        ))
    } else {
        let ran = rig
            .shell(&format!("chmod a-w {home} {home}/*; {script}; ended=$?; chmod u+w {home} {home}/*; exit $ended"));
        assert!(
            !rustix::process::getuid().is_root(),
            "who may write everywhere must be able to mount, or this shows nothing"
        );
        ran
    }
}

/// Runs shell lines (`$0` is the program) with `home` on a disk that has no room for much more than is in it.
pub(crate) fn full(rig: &Rig, home: &str, script: &str) -> Ran {
    if may_mount() {
        // What is on the small disk is carried back, so that it can be looked at.
        rig.shell(&format!(
            "exec unshare --mount sh -c 'cp -a {home} {home}.kept && mount -t tmpfs -o size=$(($(du -sk {home} | cut -f1) + 24))k none {home} \
             && cp -a {home}.kept/. {home} && {{ {script}; ended=$?; rm -rf {home}.kept/*; cp -a {home}/. {home}.kept; exit $ended; }}' \"$0\" \
             ; ended=$?; rm -rf {home} && mv {home}.kept {home}; exit $ended"
        ))
    } else {
        rig.shell(&format!("trap '' XFSZ; ulimit -f $(($(du -k {home}/vault.sqlite | cut -f1) + 8)); {script}"))
    }
}
