//! Sells a ticket, reads what was sold, and voids it: against answers as the pages of the kiosk service show them.

use kiosk::runtime::{Decimal, ObjectExt, from_slice};
use kiosk::v1::requests::kiosks::{self, TicketsParameters, tickets};
use kiosk::v1::types::{Ticket, Trip};
use std::error::Error;

type Answer = Result<http::Response<Vec<u8>>, Box<dyn Error>>;

fn main() -> Result<(), Box<dyn Error>> {
    let mut sale = TicketsParameters::default();
    sale.price = Some("2.50".parse::<Decimal>()?);
    sale.trips = Some(vec![trip("14")]);
    sale.gift = Some(true);
    let request = kiosks::tickets("harbour", &sale);
    let sold: Ticket = request.decode(&service(request.to_http()?)?)?;
    let code = sold.code.as_deref().ok_or("a ticket without a code")?;
    assert_eq!(sold.price.as_ref().map(Decimal::as_str), Some("2.50"));
    assert!(sold.is_null("holder"), "null is told apart from absence");

    let mut since = tickets::ListQuery::default();
    since.state = Some("open".to_owned());
    let request = tickets::list("harbour", &since);
    let page = request.decode(&service(request.to_http()?)?)?;
    for ticket in page.items() {
        let trips = ticket.trips.as_deref().unwrap_or_default();
        let lines: Vec<&str> = trips.iter().filter_map(|trip| trip.line.as_deref()).collect();
        println!("{} is good for {lines:?}", ticket.code.as_deref().unwrap_or("?"));
    }
    assert_eq!(page.items().len(), 1);
    assert!(page.next_link.is_some(), "the member that the dialect names leads on");

    let request = tickets::delete_by_code("harbour", code);
    request.decode(&service(request.to_http()?)?)?;
    Ok(())
}

fn trip(line: &str) -> Trip {
    let mut trip = Trip::default();
    trip.line = Some(line.to_owned());
    trip
}

/// Answers as the pages show them.
fn service(request: http::Request<Vec<u8>>) -> Answer {
    let path = request.uri().path_and_query().map(|path| path.as_str()).unwrap_or_default();
    let (status, body) = match (request.method().as_str(), path) {
        ("POST", "/kiosks/harbour/tickets") => {
            let sent: TicketsParameters = from_slice(request.body())?;
            assert_eq!(sent.gift, Some(true));
            (200, r#"{"code": "k-1", "price": 2.50, "holder": null, "state": "open", "trips": []}"#)
        }
        ("GET", "/kiosks/harbour/tickets?state=open") => (
            200,
            r#"{"sold": [{"code": "k-1", "price": 2.5, "state": "open", "trips": [{"line": "14"}]}],
                "more": "/kiosks/7/tickets?after=k-1"}"#,
        ),
        ("DELETE", "/kiosks/harbour/tickets/k-1") => (204, ""),
        (method, path) => return Err(format!("no page shows {method} {path}").into()),
    };
    Ok(http::Response::builder().status(status).body(body.as_bytes().to_vec())?)
}
