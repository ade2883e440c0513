//! P3: the relay drains an outbox of 100 000 events from PostgreSQL to Kafka: claims, publishes, waits for the broker's
//! acknowledgement (`acks=all`), and marks as published.
//!
//! The baseline is librdkafka alone: the same number of messages of the same size, by the same kind of producer
//! (idempotent, `acks=all`, lz4) without headers, from memory, until the last is acknowledged.

use std::time::Instant;

use anyhow::{Context, Result, ensure};
use rdkafka::ClientConfig;
use rdkafka::error::{KafkaError, RDKafkaErrorCode};
use rdkafka::producer::{BaseRecord, DefaultProducerContext, Producer, ThreadedProducer};

use super::broker::{EVENTS, FullOutbox, fresh_bus};
use super::say;
use crate::machine::Watch;
use crate::options::Options;
use crate::report::{Figure, Run, Target};
use crate::surroundings::Surroundings;

/// Measures.
pub(super) async fn measure(surroundings: &Surroundings, options: &Options) -> Result<Vec<Figure>> {
    let outbox = FullOutbox::make(surroundings).await?;
    let event = outbox.event()?;
    let mut runs = Vec::new();
    for run in 1..=options.runs {
        outbox.fill()?;
        let (bus, _) = fresh_bus(surroundings).await?;
        let watch = Watch::start()?;
        let begun = Instant::now();
        let published = outbox.drain(bus.publisher()).await?;
        let relayed = f64::from(EVENTS) / begun.elapsed().as_secs_f64();
        ensure!(published == EVENTS as usize, "{published} events were published");
        let baseline = raw_producer(surroundings, event.clone()).await?;
        say(&format!("P3, run {run}: the relay {relayed:.0}/s, the producer alone {baseline:.0}/s"));
        runs.push(Run { value: relayed, baseline: Some(baseline), disturbance: watch.stop()? });
    }
    Ok(vec![Figure {
        id: "P3",
        what: format!("events relayed from the outbox, {} bytes each", event.len()),
        unit: "events/s",
        baseline: Some("librdkafka's producer alone".to_owned()),
        target: Target::AtLeast(0.7),
        runs,
    }])
}

/// Messages per second of librdkafka alone.
async fn raw_producer(surroundings: &Surroundings, payload: String) -> Result<f64> {
    let (_bus, topic) = fresh_bus(surroundings).await?;
    let bootstrap = surroundings.kafka.clone();
    tokio::task::spawn_blocking(move || {
        let producer: ThreadedProducer<DefaultProducerContext> = ClientConfig::new()
            .set("bootstrap.servers", bootstrap)
            .set("enable.idempotence", "true")
            .set("acks", "all")
            .set("compression.type", "lz4")
            .set("linger.ms", "1")
            .create()?;
        let begun = Instant::now();
        for number in 0..EVENTS {
            let key = number.to_string();
            let mut record = BaseRecord::to(&topic).key(&key).payload(&payload);
            while let Err((error, back)) = producer.send(record) {
                let full = KafkaError::MessageProduction(RDKafkaErrorCode::QueueFull);
                ensure!(error == full, "the producer: {error}");
                std::thread::sleep(std::time::Duration::from_millis(1));
                record = back;
            }
        }
        producer.flush(std::time::Duration::from_mins(1)).context("the broker acknowledges everything")?;
        Ok(f64::from(EVENTS) / begun.elapsed().as_secs_f64())
    })
    .await?
}
