//! Where a record may be stored, and how much room there is for it.
//!
//! A file that a cloud service copies while it is written, or that is on another computer, can be damaged by that
//! (SQLite's “How to corrupt”): Latchbook refuses to write to such a place. Reading still works.

use std::fmt;
use std::path::{Component, Path};

use crate::error::Error;

/// Folders that are synced with other computers, by the beginning of their names, in lower case.
const SYNCED: &[(&str, &str)] = &[
    ("onedrive", "OneDrive"),
    ("dropbox", "Dropbox"),
    ("google drive", "Google Drive"),
    ("googledrive", "Google Drive"),
    ("iclouddrive", "iCloud Drive"),
    ("icloud drive", "iCloud Drive"),
    ("mobile documents", "iCloud Drive"),
    ("cloudstorage", "iCloud, OneDrive or the like"),
    ("nextcloud", "Nextcloud"),
    ("pclouddrive", "pCloud"),
    ("box sync", "Box"),
];

/// File systems of other computers, as Linux calls them.
const NETWORKS: &[&str] = &[
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "afs",
    "ncpfs",
    "davfs",
    "smb2",
    "ceph",
    "fuse.sshfs",
    "fuse.rclone",
    "fuse.davfs2",
    "fuse.glusterfs",
];

/// Why a folder is not a place for a record.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Unfit {
    /// A service syncs it with other computers.
    Synced(&'static str),
    /// It is on another computer, behind this kind of network file system.
    Network(String),
}

/// Refuses a folder in which a record would not be safe.
///
/// # Errors
/// [`Error::Unfit`].
pub fn ensure_fit(folder: &Path) -> Result<(), Error> {
    // Links are followed as far as the folder exists; the rest is made as it is named.
    let there = folder.ancestors().find_map(|part| std::fs::canonicalize(part).ok()).unwrap_or_default();
    unfit(folder, &there, &mounts()).map_or(Ok(()), |why| Err(Error::Unfit { folder: folder.to_owned(), why }))
}

/// `there`: the folder, or the nearest existing one above it, with links followed.
fn unfit(folder: &Path, there: &Path, mounts: &str) -> Option<Unfit> {
    synced(folder).or_else(|| synced(there)).or_else(|| network(folder, mounts)).or_else(|| network(there, mounts))
}

/// Bytes that are free for this user on the disk of a folder; `None` if the system does not report it.
pub fn free_space(folder: &Path) -> Option<u64> {
    fs4::available_space(folder).ok()
}

fn synced(folder: &Path) -> Option<Unfit> {
    let names = folder.components().filter_map(|part| match part {
        Component::Normal(name) => Some(name.to_string_lossy().to_lowercase()),
        Component::Prefix(_) | Component::RootDir | Component::CurDir | Component::ParentDir => None,
    });
    let mut found = names.filter_map(|name| SYNCED.iter().find(|(begins, _)| is_called(&name, begins)));
    found.next().map(|(_, service)| Unfit::Synced(service))
}

/// `OneDrive`, `OneDrive - Harbour Stays`, `Dropbox (Personal)`; not `dropboxes`.
fn is_called(name: &str, begins: &str) -> bool {
    name.strip_prefix(begins).is_some_and(|rest| rest.is_empty() || rest.starts_with([' ', '-', '(']))
}

fn network(folder: &Path, mounts: &str) -> Option<Unfit> {
    let said = folder.to_string_lossy();
    // As it is typed, and as Windows spells it out, also for a drive that is a share.
    let is_share = said.strip_prefix(r"\\?\").map_or(said.starts_with(r"\\"), |rest| rest.starts_with(r"UNC\"));
    if is_share {
        return Some(Unfit::Network("a network share".to_owned()));
    }
    let mounted = mounts.lines().filter_map(mount).filter(|(point, _)| folder.starts_with(point));
    let (_, kind) = mounted.max_by_key(|(point, _)| point.len())?;
    NETWORKS.contains(&kind).then(|| Unfit::Network(kind.to_owned()))
}

/// Where something is mounted, and its kind (proc(5), `/proc/PID/mountinfo`).
fn mount(line: &str) -> Option<(String, &str)> {
    let (before, after) = line.split_once(" - ")?;
    let point = before.split(' ').nth(4)?.replace(r"\040", " ");
    Some((point, after.split(' ').next()?))
}

/// The mounts; empty if the system does not list them like this.
fn mounts() -> String {
    std::fs::read_to_string("/proc/self/mountinfo").unwrap_or_default()
}

impl fmt::Display for Unfit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Synced(service) => write!(f, "{service} keeps it in step with other computers"),
            Self::Network(kind) => write!(f, "it lies on another computer ({kind})"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn folders_of_cloud_services_are_known_by_their_names() {
        let cases = [
            ("/home/host/Dropbox/latchbook", Some("Dropbox")),
            ("/home/host/Dropbox (Personal)/x", Some("Dropbox")),
            ("/Users/host/OneDrive - Harbour Stays/x", Some("OneDrive")),
            ("/Users/host/Library/Mobile Documents/com~apple~CloudDocs/x", Some("iCloud Drive")),
            ("/Users/host/Library/CloudStorage/GoogleDrive-host@example.org/x", Some("iCloud, OneDrive or the like")),
            ("/home/host/Nextcloud/x", Some("Nextcloud")),
            ("/home/host/Google Drive/x", Some("Google Drive")),
            ("/home/host/.local/share/org.latchbook.desktop", None),
            ("/home/host/dropboxes/x", None),
            ("/home/host/onedriver/x", None),
        ];
        for (folder, service) in cases {
            assert_eq!(synced(Path::new(folder)), service.map(Unfit::Synced), "{folder}");
        }
    }

    #[test]
    fn the_nearest_mount_decides() {
        let mounts = "\
24 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
31 24 0:40 / /srv/shared\\040files rw,relatime - nfs4 server:/export rw,vers=4.2
32 31 8:2 / /srv/shared\\040files/local rw - ext4 /dev/sdb1 rw
33 24 0:41 / /mnt/office rw - cifs //office/host rw";
        let cases = [
            ("/home/host/x", None),
            ("/srv/shared files/x", Some("nfs4")),
            ("/srv/shared files/local/x", None),
            ("/mnt/office/x", Some("cifs")),
            ("/mnt/officers/x", None),
            (r"\\office\host\x", Some("a network share")),
            (r"\\?\UNC\office\host\x", Some("a network share")),
            (r"\\?\C:\Users\host\x", None),
        ];
        for (folder, kind) in cases {
            let expected = kind.map(|kind| Unfit::Network(kind.to_owned()));
            assert_eq!(unfit(Path::new(folder), Path::new(folder), mounts), expected, "{folder}");
        }
        let link = unfit(Path::new("/home/host/x"), Path::new("/mnt/office/x"), mounts);
        assert_eq!(link, Some(Unfit::Network("cifs".to_owned())), "where a link leads is where it lies");
    }

    #[test]
    fn this_disk_has_room() {
        assert!(free_space(&std::env::temp_dir()).is_some_and(|free| free > 0), "the system says how much");
        assert_eq!(free_space(Path::new("/no/such/folder")), None, "of a folder that is not there it says nothing");
    }
}
