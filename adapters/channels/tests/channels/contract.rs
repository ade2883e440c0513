//! The contract suite of channels, over each of them.

use std::sync::Arc;
use std::time::Duration;

use async_trait::async_trait;
use eop_channels::{InAppChannel, MailboxChannel};
use eop_contract::channel::{ChannelHarness, RemoteChannelHarness};
use eop_core::kernel::page::PageRequest;
use eop_core::notification::model::{InboxItem, Mail};
use eop_core::notification::port::{Inbox, InboxFilter, Mailbox, NotificationChannel, Outgoing};
use eop_memory::{MemoryInbox, MemoryMailbox};
use mail_parser::MessageParser;

use crate::fixture::{FixedClock, channel, config};
use crate::smtp_server::{Reply, SmtpServer, Taken};
use crate::switchable::Switchable;

struct Smtp {
    server: SmtpServer,
    channel: Arc<dyn NotificationChannel>,
}

/// Whether `taken` is `message`, complete and unchanged.
fn is_copy(taken: &Taken, message: &Outgoing) -> bool {
    let mail = MessageParser::default().parse(&taken.body).unwrap();
    let lines = |text: &str| text.replace("\r\n", "\n").trim_end().to_owned();
    taken.to == message.recipient.email.as_str()
        && mail.subject() == Some(message.content.subject.as_str())
        && mail.body_text(0).map(|text| lines(&text)) == Some(lines(&message.content.text))
        && mail.body_html(0).map(|html| lines(&html)) == Some(lines(&message.content.html))
}

#[async_trait]
impl ChannelHarness for Smtp {
    async fn fresh() -> Self {
        let server = SmtpServer::start().await;
        let channel = Arc::new(channel(config(&server.url())));
        Self { server, channel }
    }

    fn channel(&self) -> Arc<dyn NotificationChannel> {
        Arc::clone(&self.channel)
    }

    async fn copies_of(&self, message: &Outgoing) -> usize {
        self.server.taken().iter().filter(|taken| is_copy(taken, message)).count()
    }

    async fn refuse_for_now(&self) {
        self.server.at(".", Reply::Say("451 4.3.0 Try again later"));
    }

    async fn recover(&self) {
        self.server.recover();
    }
}

#[async_trait]
impl RemoteChannelHarness for Smtp {
    async fn refuse_for_good(&self) {
        self.server.at("RCPT", Reply::Say("550 5.1.1 No such mailbox here"));
    }

    async fn fall_silent(&self) {
        self.server.at(".", Reply::Silence);
    }

    async fn go_away(&self) {
        self.server.stop().await;
    }
}

struct InMailbox(Arc<Switchable<MemoryMailbox>>);

#[async_trait]
impl ChannelHarness for InMailbox {
    async fn fresh() -> Self {
        Self(Arc::default())
    }

    fn channel(&self) -> Arc<dyn NotificationChannel> {
        Arc::new(MailboxChannel::new(
            Arc::clone(&self.0) as Arc<dyn Mailbox>,
            Arc::new(FixedClock),
            Duration::from_secs(1),
        ))
    }

    async fn copies_of(&self, message: &Outgoing) -> usize {
        let page = PageRequest::first(PageRequest::MAX_LIMIT);
        let mails = Mailbox::list(&*self.0, Some(&message.recipient.email), &page).await.unwrap().items;
        let is_copy = |mail: &&Mail| {
            (mail.id, &mail.subject, &mail.text, &mail.html)
                == (message.delivery, &message.content.subject, &message.content.text, &message.content.html)
        };
        mails.iter().filter(is_copy).count()
    }

    async fn refuse_for_now(&self) {
        self.0.switch(false);
    }

    async fn recover(&self) {
        self.0.switch(true);
    }
}

struct InInbox(Arc<Switchable<MemoryInbox>>);

#[async_trait]
impl ChannelHarness for InInbox {
    async fn fresh() -> Self {
        Self(Arc::default())
    }

    fn channel(&self) -> Arc<dyn NotificationChannel> {
        Arc::new(InAppChannel::new(
            Arc::clone(&self.0) as Arc<dyn Inbox>,
            Arc::new(FixedClock),
            Duration::from_secs(1),
        ))
    }

    async fn copies_of(&self, message: &Outgoing) -> usize {
        let page = PageRequest::first(PageRequest::MAX_LIMIT);
        let unread = InboxFilter { unread: true, ..InboxFilter::default() };
        let items = Inbox::list(&*self.0, message.recipient.id, unread, &page).await.unwrap().items;
        let is_copy = |item: &&InboxItem| {
            (item.id, item.kind, item.order, &item.title, &item.body)
                == (
                    message.delivery,
                    message.kind,
                    message.order,
                    &message.content.subject,
                    &message.content.text,
                )
        };
        items.iter().filter(is_copy).count()
    }

    async fn refuse_for_now(&self) {
        self.0.switch(false);
    }

    async fn recover(&self) {
        self.0.switch(true);
    }
}

mod smtp {
    eop_contract::channel_contract!(super::Smtp);
    eop_contract::remote_channel_contract!(super::Smtp);
}
mod mailbox {
    eop_contract::channel_contract!(super::InMailbox);
}
mod in_app {
    eop_contract::channel_contract!(super::InInbox);
}
