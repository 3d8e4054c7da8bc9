//! Uploads in ranges: a session's URL in, the requests that send the content out; resumable in another process.
//!
//! An [`Upload`] decides which range comes next. It reads and sends nothing; a client's `upload` does.

use std::fmt;
use std::io::{Read, Seek, SeekFrom};
use std::ops::Range;

use http::Method;
use http::header::{CONTENT_RANGE, CONTENT_TYPE};

use crate::runtime::client::asynchronous::{self, TokenSource, Transport};
use crate::runtime::client::{BoxError, Error, HttpRequest, HttpResponse, blocking};
use crate::runtime::conventions::{Conventions, UploadShape};
use crate::runtime::edm::Json;
use crate::runtime::object::{Object, to_json_string};
use crate::runtime::request::{ApiError, ResponseError, at_path, elements, shown, text_of};

/// An upload in ranges.
#[derive(Clone)]
pub struct Upload {
    url: String,
    size: u64,
    range: u64,
    at: u64,
    /// How often in a row a range did not get there.
    stalled: u32,
    /// Whether the service was asked, rather than sent a range.
    asking: bool,
    /// Whether nothing was sent yet, as far as is known.
    fresh: bool,
    shape: UploadShape,
}

/// A part of the content: from its start on, up to and without its end.
pub type ByteRange = Range<u64>;

/// What to do next.
#[derive(Debug)]
pub enum UploadStep {
    /// Send this range.
    Send(ByteRange),
    /// Ask the service which ranges it lacks.
    Ask,
    /// The content is there; this is the service's last response.
    Done(HttpResponse),
}

impl Upload {
    /// The upload of `size` bytes by a session, as the service made it.
    ///
    /// # Errors
    /// The session has no URL, or the service does not support upload sessions.
    pub fn new(session: &dyn Object, size: u64) -> Result<Self, Error> {
        let shape = shape(&crate::conventions::CONVENTIONS)?;
        let json = to_json_string(session);
        let url = at_path(&json, &[shape.url]).and_then(text_of);
        let nowhere = || Error::Protocol(format!("the session has no `{}`", shape.url));
        Ok(Self { fresh: true, ..Self::resume(&url.ok_or_else(nowhere)?, size)? })
    }

    /// An upload that was begun before, also by another process: the service is asked where to go on.
    ///
    /// # Errors
    /// The service does not support upload sessions.
    pub fn resume(url: &str, size: u64) -> Result<Self, Error> {
        let shape = shape(&crate::conventions::CONVENTIONS)?;
        let range = u64::try_from(shape.multiple).unwrap_or(u64::MAX).saturating_mul(16);
        let url = url.to_owned();
        Ok(Self { url, size, range, at: 0, stalled: 0, asking: true, fresh: false, shape })
    }

    /// Sends ranges of about this many bytes, rounded to what the service takes.
    #[must_use]
    pub fn range_size(mut self, bytes: u64) -> Self {
        let multiple = u64::try_from(self.shape.multiple).unwrap_or(u64::MAX).max(1);
        self.range = (bytes / multiple).max(1).saturating_mul(multiple);
        self
    }

    /// Where the ranges go: to be kept for [`Upload::resume`]. The URL is a secret by itself.
    #[must_use]
    pub fn url(&self) -> &str {
        &self.url
    }

    /// How many bytes the service has.
    #[must_use]
    pub fn sent(&self) -> u64 {
        self.at
    }

    /// What to do first: a new session wants the first range, another one is asked where to go on.
    pub fn start(&mut self) -> UploadStep {
        if std::mem::take(&mut self.fresh) {
            self.asking = false;
            return UploadStep::Send(self.next_range());
        }
        UploadStep::Ask
    }

    fn stall(&mut self) -> Result<(), Error> {
        self.stalled += 1;
        match self.stalled > 5 {
            true => Err(Error::Protocol("the upload does not get on".into())),
            false => Ok(()),
        }
    }

    fn next_range(&self) -> ByteRange {
        self.at..self.at.saturating_add(self.range).min(self.size)
    }

    /// The request that sends a range.
    ///
    /// # Errors
    /// The session's URL is not a URL.
    pub fn request(&self, range: &ByteRange, content: Vec<u8>) -> Result<HttpRequest, Error> {
        let mut request = http::Request::builder()
            .method(Method::PUT)
            .uri(&self.url)
            .header(CONTENT_TYPE, "application/octet-stream");
        if !range.is_empty() {
            let last = range.end - 1;
            let value = format!("bytes {}-{last}/{}", range.start, self.size);
            request = request.header(CONTENT_RANGE, value);
        }
        Ok(request.body(content)?)
    }

    /// The request that asks which ranges are missing.
    ///
    /// # Errors
    /// The session's URL is not a URL.
    pub fn status_request(&self) -> Result<HttpRequest, Error> {
        Ok(http::Request::builder().method(Method::GET).uri(&self.url).body(Vec::new())?)
    }

    /// What came back for a range, or when the service was asked; `None` if the range did not get there.
    ///
    /// # Errors
    /// The service refuses the upload, or does not get on.
    pub fn answered(&mut self, response: Option<HttpResponse>) -> Result<UploadStep, Error> {
        // Whatever went wrong with a range, the service knows best what it lacks.
        let asks = match &response {
            None => true,
            Some(response) => matches!(response.status().as_u16(), 409 | 416 | 500..=599),
        };
        let Some(response) = response.filter(|_| !asks) else {
            self.stall()?;
            self.asking = true;
            return Ok(UploadStep::Ask);
        };
        if !response.status().is_success() {
            let error = ApiError::of(&response);
            return Err(Error::Response(ResponseError::Api(Box::new(error))));
        }
        let json = Json::from_slice(response.body()).ok();
        let json = json.as_ref().map_or("null", Json::as_str);
        let Some(missing) = member(json, self.shape.expected) else {
            self.at = self.size;
            return Ok(UploadStep::Done(response));
        };
        let missing = elements(missing).into_iter().filter_map(text_of).next();
        let start = missing.and_then(|range| range.split('-').next()?.parse::<u64>().ok());
        match start.filter(|start| *start < self.size) {
            Some(start) => {
                if start > self.at {
                    self.stalled = 0;
                } else if !std::mem::take(&mut self.asking) {
                    // The range was taken, and is missing all the same.
                    self.stall()?;
                }
                self.at = start;
                Ok(UploadStep::Send(self.next_range()))
            }
            None => Ok(UploadStep::Done(response)),
        }
    }
}

fn member<'a>(json: &'a str, name: &str) -> Option<&'a str> {
    let mut members = crate::runtime::request::members(json).into_iter();
    members.find(|member| member.0 == name).map(|member| member.1)
}

fn shape(conventions: &Conventions) -> Result<UploadShape, Error> {
    conventions
        .upload
        .ok_or_else(|| Error::Protocol("the service does not support upload sessions".into()))
}

impl fmt::Debug for Upload {
    /// Without the query of the URL.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "Upload({}, {} of {} bytes)", shown(&self.url), self.at, self.size)
    }
}

impl blocking::Client {
    /// Uploads all of `content`; gives the service's last response. The session's URL gets no token.
    ///
    /// # Errors
    /// The content cannot be read, or the service refuses it. [`Upload::resume`] goes on from there.
    pub fn upload<C: Read + Seek>(
        &self,
        upload: &mut Upload,
        content: &mut C,
    ) -> Result<HttpResponse, Error> {
        let mut step = upload.start();
        loop {
            let outcome = match step {
                UploadStep::Send(range) => {
                    let part = read_range(content, &range);
                    let part = part.map_err(|error| Error::Transport(Box::new(error)))?;
                    self.exchange(upload.request(&range, part)?)
                }
                UploadStep::Ask => self.exchange(upload.status_request()?),
                UploadStep::Done(response) => return Ok(response),
            };
            step = upload.answered(survived(outcome)?)?;
        }
    }
}

impl<T: Transport, K: TokenSource> asynchronous::Client<T, K> {
    /// Uploads content that `read` gives range by range; gives the service's last response. The session's URL gets no
    /// token.
    ///
    /// # Errors
    /// The content cannot be read, or the service refuses it. [`Upload::resume`] goes on from there.
    pub async fn upload<F>(
        &self,
        upload: &mut Upload,
        mut read: impl FnMut(ByteRange) -> F,
    ) -> Result<HttpResponse, Error>
    where
        F: Future<Output = Result<Vec<u8>, BoxError>>,
    {
        let mut step = upload.start();
        loop {
            let outcome = match step {
                UploadStep::Send(range) => {
                    let part = read(range.clone()).await.map_err(Error::Transport)?;
                    self.exchange(upload.request(&range, part)?).await
                }
                UploadStep::Ask => self.exchange(upload.status_request()?).await,
                UploadStep::Done(response) => return Ok(response),
            };
            step = upload.answered(survived(outcome)?)?;
        }
    }
}

/// A broken connection is no end of an upload.
fn survived(outcome: Result<HttpResponse, Error>) -> Result<Option<HttpResponse>, Error> {
    match outcome {
        Ok(response) => Ok(Some(response)),
        Err(Error::Transport(_)) => Ok(None),
        Err(error) => Err(error),
    }
}

fn read_range<C: Read + Seek>(content: &mut C, range: &ByteRange) -> std::io::Result<Vec<u8>> {
    content.seek(SeekFrom::Start(range.start))?;
    let length = range.end.saturating_sub(range.start);
    let mut part = vec![0; usize::try_from(length).map_err(std::io::Error::other)?];
    content.read_exact(&mut part)?;
    Ok(part)
}
