//! The tasks, asynchronous over reqwest.

use crate::Told;
use crate::data::{self, policy};
use graph::runtime::client::asynchronous::{self, TokenSource, Transport};
use graph::runtime::client::{Policy, Position, Reqwest};
use graph::runtime::{Batch, ByteRange, Change, Upload};
use graph::select;
use graph::v1_0::API;
use graph::v1_0::requests::{groups, me, users};
use graph::v1_0::types::{Message, User};
use std::error::Error;

/// The client of the tasks: over any transport, with any source of tokens.
type Client<T, K> = asynchronous::Client<T, K>;

fn client(root: &str) -> Result<Client<impl Transport, impl TokenSource>, Box<dyn Error>> {
    let transport = Reqwest::new(reqwest::Client::builder())?;
    Ok(Client::new(API, transport)
        .token(|| async { Ok("secret".to_owned()) })
        .root(root)
        .policy(policy()))
}

pub async fn all(root: &str) -> Result<Vec<(&'static str, String)>, Box<dyn Error>> {
    let client = client(root)?;
    Ok(vec![
        ("list", list(&client).await?),
        ("mail", mail(&client).await?),
        ("create_and_delete", create_and_delete(&client).await?),
        ("patch", patch(&client).await?),
        ("delta", delta(&client).await?),
        ("batch", batch(&client).await?),
        ("upload", upload(&client).await?),
        ("download", download(&client).await?),
        ("not_found", not_found(&client).await?),
        ("busy", busy(&client).await?),
        ("html", html(&client).await?),
        ("truncated", truncated(&client).await?),
    ])
}

/// Users with two of their properties, over all pages.
async fn list(client: &Client<impl Transport, impl TokenSource>) -> Told {
    let names = select!(User: id, display_name);
    let mut users = client.items(users::list().select(&names).top(20));
    let mut names = Vec::new();
    while let Some(user) = users.next().await {
        names.push(user?.display_name);
    }
    Ok(format!("{} users, the last is {:?}", names.len(), names.last().cloned().flatten()))
}

/// The subjects of unread mail.
async fn mail(client: &Client<impl Transport, impl TokenSource>) -> Told {
    let names = select!(Message: subject);
    let request = me::messages::list().filter("isRead eq false").select(&names).top(2);
    let page = client.send(request).await?;
    let subjects: Vec<_> = page.items().iter().filter_map(|mail| mail.subject.as_deref()).collect();
    Ok(subjects.join(", "))
}

async fn create_and_delete(client: &Client<impl Transport, impl TokenSource>) -> Told {
    let reply = client.reply(me::events::create(&data::event())).await?;
    let id = reply.value.id.ok_or("an event without an id")?;
    client.send(me::events::delete(&id)).await?;
    let error = client.send(me::events::get(&id)).await.err().ok_or("it is still there")?;
    Ok(format!("{}, {:?}, then {:?}", reply.status, reply.value.subject, error.status()))
}

/// One property is set, one is cleared, the others stay.
async fn patch(client: &Client<impl Transport, impl TokenSource>) -> Told {
    client.send(users::update("u1", &data::patch())).await?;
    let user = client.send(users::get("u1")).await?;
    Ok(format!("{:?}, {:?}, {:?}", user.job_title, user.office_location, user.display_name))
}

/// What changed since the last time; the place is kept as text in between, once in the middle of a page.
async fn delta(client: &Client<impl Transport, impl TokenSource>) -> Told {
    let mut items = client.items(users::delta());
    let first = [items.next().await, items.next().await].into_iter().flatten().count();
    let kept = items.position().ok_or("no place")?.to_string();

    let mut items = client.items(users::delta()).from(&kept.parse()?);
    let mut rest = Vec::new();
    while let Some(user) = items.next().await {
        rest.push(user?);
    }
    let kept = items.delta_link().ok_or("no link to go on from")?.to_owned();

    let mut changes = Vec::new();
    let mut items = client.items(users::delta()).from(&Position::at(&kept));
    while let Some(item) = items.next().await {
        changes.push(match Change::of(item?) {
            Change::Present(user) => format!("{} is there", user.id.unwrap_or_default()),
            Change::Removed { id, .. } => format!("{id} is gone"),
        });
    }
    Ok(format!("{first} and {} users, then {}", rest.len(), changes.join(", ")))
}

async fn batch(client: &Client<impl Transport, impl TokenSource>) -> Told {
    let mut batch = Batch::new();
    let tickets: Vec<_> =
        (0..45).map(|number| batch.add(users::get(&format!("u{number}")))).collect();
    let group = batch.add(groups::get("nothing"));
    let mut answers = client.batch(batch).await?;
    let users = tickets.iter().filter_map(|ticket| answers.take(ticket).ok()?.id).count();
    let error = answers.take(&group).err().ok_or("no such group is there")?;
    Ok(format!("{users} users, and a group: {:?}", error.status()))
}

async fn upload(client: &Client<impl Transport, impl TokenSource>) -> Told {
    let session =
        client.send(me::drive::items::create_upload_session("f1", &data::upload_session())).await?;
    let mut upload = Upload::new(&session, data::SIZE as u64)?.range_size(400_000);
    let content = data::content();
    let read = |range: ByteRange| {
        let part = content.get(range.start as usize..range.end as usize).map(<[u8]>::to_vec);
        async { part.ok_or_else(|| "a range beyond the content".into()) }
    };
    let response = client.upload(&mut upload, read).await?;
    Ok(format!("{} after {} bytes", response.status(), upload.sent()))
}

async fn download(client: &Client<impl Transport, impl TokenSource>) -> Told {
    let content = client.send(me::drive::items::content::get("f1").followed()).await?;
    Ok(format!("{} bytes of {:?}", content.as_ref().len(), content.content_type))
}

async fn not_found(client: &Client<impl Transport, impl TokenSource>) -> Told {
    let error = client.send(users::get("nobody")).await.err().ok_or("nobody is somebody")?;
    Ok(format!("{:?}, {}, request {:?}", error.status(), error.code(), error.request_id()))
}

async fn busy(client: &Client<impl Transport, impl TokenSource>) -> Told {
    let client = client.clone().policy(Policy { retries: 0, ..policy() });
    let error = client.send(users::get("busy")).await.err().ok_or("not busy")?;
    Ok(format!("{:?}, wait {:?}", error.status(), error.retry_after()))
}

async fn html(client: &Client<impl Transport, impl TokenSource>) -> Told {
    let error = client.send(users::get("html")).await.err().ok_or("no error")?;
    Ok(error.to_string())
}

async fn truncated(client: &Client<impl Transport, impl TokenSource>) -> Told {
    let error = client.send(users::get("truncated")).await.err().ok_or("no error")?;
    Ok(error.to_string())
}
