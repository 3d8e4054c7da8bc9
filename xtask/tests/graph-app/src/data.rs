//! What both halves of the application send.

use graph::clear;
use graph::operations;
use graph::runtime::client::Policy;
use graph::v1_0::requests::me::drive::items::CreateUploadSessionParameters;
use graph::v1_0::types::{
    Attendee, DateTimeTimeZone, DriveItemUploadableProperties, EmailAddress, Event, User,
};
use std::time::Duration;

/// The requests of the tasks.
pub const REQUESTS: [&str; 8] = operations!(
    v1_0: users::list, users::get, users::update, users::delta, me::messages::list,
    me::events::create, me::events::delete, me::drive::items::create_upload_session
);

pub const SIZE: usize = 1_000_000;

/// What is uploaded: each byte tells where it belongs.
pub fn content() -> Vec<u8> {
    (0..SIZE).map(|at| u8::try_from(at % 251).unwrap_or_default()).collect()
}

/// Waits are short, as the service is near.
pub fn policy() -> Policy {
    Policy { first_wait: Duration::from_millis(1), ..Policy::default() }
}

pub fn event() -> Event {
    let at = |time: &str| {
        Some(Box::new(DateTimeTimeZone {
            date_time: Some(time.to_owned()),
            time_zone: Some("Europe/Berlin".to_owned()),
            ..Default::default()
        }))
    };
    Event {
        subject: Some("Lunch".to_owned()),
        start: at("2026-05-04T12:00:00"),
        end: at("2026-05-04T13:00:00"),
        attendees: Some(vec![Attendee {
            email_address: Some(Box::new(EmailAddress {
                address: Some("adele@example.com".to_owned()),
                ..Default::default()
            })),
            ..Default::default()
        }]),
        ..Default::default()
    }
}

pub fn patch() -> User {
    let mut patch = User { job_title: Some("Auditor".to_owned()), ..Default::default() };
    clear!(patch.office_location);
    patch
}

pub fn upload_session() -> CreateUploadSessionParameters {
    CreateUploadSessionParameters {
        item: Some(Box::new(DriveItemUploadableProperties {
            name: Some("report.bin".to_owned()),
            ..Default::default()
        })),
        ..Default::default()
    }
}
