//! The tasks, blocking over ureq.

use crate::Told;
use crate::data::{self, policy};
use graph::runtime::client::blocking::Client;
use graph::runtime::client::{Policy, Position, Ureq};
use graph::runtime::{Batch, Change, Upload};
use graph::select;
use graph::v1_0::API;
use graph::v1_0::requests::{groups, me, users};
use graph::v1_0::types::{Message, User};
use std::error::Error;
use std::io::Cursor;

fn client(root: &str) -> Client {
    Client::new(API, Ureq::new(ureq::Agent::new_with_defaults()))
        .token(|| Ok("secret".to_owned()))
        .root(root)
        .policy(policy())
}

pub fn all(root: &str) -> Result<Vec<(&'static str, String)>, Box<dyn Error>> {
    let client = client(root);
    Ok(vec![
        ("list", list(&client)?),
        ("mail", mail(&client)?),
        ("create_and_delete", create_and_delete(&client)?),
        ("patch", patch(&client)?),
        ("delta", delta(&client)?),
        ("batch", batch(&client)?),
        ("upload", upload(&client)?),
        ("download", download(&client)?),
        ("not_found", not_found(&client)?),
        ("busy", busy(&client)?),
        ("html", html(&client)?),
        ("truncated", truncated(&client)?),
    ])
}

/// Users with two of their properties, over all pages.
fn list(client: &Client) -> Told {
    let names = select!(User: id, display_name);
    let users = client.items(users::list().select(&names).top(20));
    let names: Vec<_> =
        users.map(|user| Ok(user?.display_name)).collect::<Result<_, Box<dyn Error>>>()?;
    Ok(format!("{} users, the last is {:?}", names.len(), names.last().cloned().flatten()))
}

/// The subjects of unread mail.
fn mail(client: &Client) -> Told {
    let names = select!(Message: subject);
    let request = me::messages::list().filter("isRead eq false").select(&names).top(2);
    let page = client.send(request)?;
    let subjects: Vec<_> = page.items().iter().filter_map(|mail| mail.subject.as_deref()).collect();
    Ok(subjects.join(", "))
}

fn create_and_delete(client: &Client) -> Told {
    let reply = client.reply(me::events::create(&data::event()))?;
    let id = reply.value.id.ok_or("an event without an id")?;
    client.send(me::events::delete(&id))?;
    let error = client.send(me::events::get(&id)).err().ok_or("it is still there")?;
    Ok(format!("{}, {:?}, then {:?}", reply.status, reply.value.subject, error.status()))
}

/// One property is set, one is cleared, the others stay.
fn patch(client: &Client) -> Told {
    client.send(users::update("u1", &data::patch()))?;
    let user = client.send(users::get("u1"))?;
    Ok(format!("{:?}, {:?}, {:?}", user.job_title, user.office_location, user.display_name))
}

/// What changed since the last time; the place is kept as text in between, once in the middle of a page.
fn delta(client: &Client) -> Told {
    let mut items = client.items(users::delta());
    let first = items.by_ref().take(2).count();
    let kept = items.position().ok_or("no place")?.to_string();

    let mut items = client.items(users::delta()).from(&kept.parse()?);
    let rest = items.by_ref().collect::<Result<Vec<_>, _>>()?;
    let kept = items.delta_link().ok_or("no link to go on from")?.to_owned();

    let mut changes = Vec::new();
    for item in client.items(users::delta()).from(&Position::at(&kept)) {
        changes.push(match Change::of(item?) {
            Change::Present(user) => format!("{} is there", user.id.unwrap_or_default()),
            Change::Removed { id, .. } => format!("{id} is gone"),
        });
    }
    Ok(format!("{first} and {} users, then {}", rest.len(), changes.join(", ")))
}

fn batch(client: &Client) -> Told {
    let mut batch = Batch::new();
    let tickets: Vec<_> =
        (0..45).map(|number| batch.add(users::get(&format!("u{number}")))).collect();
    let group = batch.add(groups::get("nothing"));
    let mut answers = client.batch(batch)?;
    let users = tickets.iter().filter_map(|ticket| answers.take(ticket).ok()?.id).count();
    let error = answers.take(&group).err().ok_or("no such group is there")?;
    Ok(format!("{users} users, and a group: {:?}", error.status()))
}

fn upload(client: &Client) -> Told {
    let session =
        client.send(me::drive::items::create_upload_session("f1", &data::upload_session()))?;
    let mut upload = Upload::new(&session, data::SIZE as u64)?.range_size(400_000);
    let response = client.upload(&mut upload, &mut Cursor::new(data::content()))?;
    Ok(format!("{} after {} bytes", response.status(), upload.sent()))
}

fn download(client: &Client) -> Told {
    let content = client.send(me::drive::items::content::get("f1").followed())?;
    Ok(format!("{} bytes of {:?}", content.as_ref().len(), content.content_type))
}

fn not_found(client: &Client) -> Told {
    let error = client.send(users::get("nobody")).err().ok_or("nobody is somebody")?;
    Ok(format!("{:?}, {}, request {:?}", error.status(), error.code(), error.request_id()))
}

fn busy(client: &Client) -> Told {
    let client = client.clone().policy(Policy { retries: 0, ..policy() });
    let error = client.send(users::get("busy")).err().ok_or("not busy")?;
    Ok(format!("{:?}, wait {:?}", error.status(), error.retry_after()))
}

fn html(client: &Client) -> Told {
    let error = client.send(users::get("html")).err().ok_or("no error")?;
    Ok(error.to_string())
}

fn truncated(client: &Client) -> Told {
    let error = client.send(users::get("truncated")).err().ok_or("no error")?;
    Ok(error.to_string())
}
