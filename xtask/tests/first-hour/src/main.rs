//! An application's first hour with the emitted crate. README.md shows the body of `first_hour`.

use generated::beta::requests::device_management::windows_autopilot_device_identities as devices;
use generated::beta::types::{EnrollmentState, WindowsAutopilotDeviceIdentity};
use generated::runtime::{ObjectExt, from_slice};
use std::error::Error;

/// Any HTTP stack: a request in, a response out.
type Send<'a> = &'a dyn Fn(http::Request<Vec<u8>>) -> Result<http::Response<Vec<u8>>, Box<dyn Error>>;

// README: begin
fn first_hour(send: Send<'_>) -> Result<(), Box<dyn Error>> {
    // A function for each documented request. Nothing is sent: the request is yours to send.
    let request = devices::list().top(10);
    let page = request.decode(&send(request.to_http()?)?)?;

    for device in page.items() {
        // Every property is an `Option`; values that these pages do not know never cost the response.
        let name = device.display_name.as_deref().unwrap_or("(no name)");
        match &device.enrollment_state {
            Some(EnrollmentState::Enrolled) => println!("{name} is enrolled"),
            Some(EnrollmentState::Unknown(text)) => println!("{name} is in a new state: {text}"),
            Some(state) => println!("{name} is {state}"),
            None => println!("{name} has no state"),
        }
    }

    // A PATCH that sets one property and clears another: an explicit null is told apart from absence.
    let mut patch = WindowsAutopilotDeviceIdentity::default();
    patch.display_name = Some("Reception".to_owned());
    patch.set_null("groupTag")?;
    let request = devices::update("fd2c5e6a", &patch);
    let updated = request.decode(&send(request.to_http()?)?)?;
    assert!(updated.group_tag.is_none());
    Ok(())
}
// README: end

fn main() -> Result<(), Box<dyn Error>> {
    first_hour(&|request| {
        let body = match request.method().as_str() {
            "GET" => {
                assert!(request.uri().to_string().ends_with("/deviceManagement/windowsAutopilotDeviceIdentities?$top=10"));
                r##"{"value": [
                    {"id": "1", "displayName": "Desk 1", "enrollmentState": "enrolled"},
                    {"id": "2", "displayName": "Desk 2", "enrollmentState": "hibernating", "colour": "red"},
                    {"id": "3", "displayName": 3, "enrollmentState": null}
                ]}"##
            }
            _ => {
                let sent: WindowsAutopilotDeviceIdentity = from_slice(request.body())?;
                assert!(sent.is_null("groupTag"), "the null must reach the service");
                assert_eq!(sent.display_name.as_deref(), Some("Reception"));
                r##"{"id": "fd2c5e6a", "displayName": "Reception", "groupTag": null}"##
            }
        };
        Ok(http::Response::builder().status(200).body(body.as_bytes().to_vec())?)
    })
}

#[test]
fn runs() -> Result<(), Box<dyn Error>> {
    main()
}
