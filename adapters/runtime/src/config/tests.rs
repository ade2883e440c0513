use rstest::rstest;

use super::*;

crate::settings! {
    /// What there is to set of this crate alone, and what there once was.
    pub(crate) struct Own {
        ;
        /// What is logged, and how.
        pub log: LogConfig,
        /// Where traces go.
        pub telemetry: TelemetryConfig,
    }
    retired &[Retired { env: "EOP_COLOUR", path: "log.colour", fault: "is no setting any more: a terminal says it" }];
    check nothing_together;
}

fn nothing_together(own: &Own, faults: &mut Faults) {
    let unread = own.telemetry.otlp_endpoint.is_some() && own.telemetry.sample_ratio == 0.0;
    faults.unless(!unread, "EOP_TRACE_SAMPLE_RATIO", "is 0, but there is a collector");
}

impl Own {
    pub(crate) fn of(pairs: &[(&str, &str)]) -> Result<Self, ConfigError> {
        let (own, provenance) = load::<Self>(&ConfigSources::default().with_env(pairs.iter().copied()))?;
        Ok(Self { provenance, ..own })
    }
}

#[test]
fn a_setting_is_what_its_field_says() {
    let keys = Own::KEYS;
    let key = keys.find("telemetry.sample_ratio").unwrap();
    assert_eq!((key.env, key.kind), ("EOP_TRACE_SAMPLE_RATIO", Kind::Decimal));
    assert_eq!(key.help, "Share of new traces that are exported; traces begun elsewhere keep their choice.");
    assert_eq!(
        keys.iter().map(|key| key.env).collect::<Vec<_>>(),
        [
            "EOP_CONFIG",
            "EOP_LOG",
            "EOP_LOG_FORMAT",
            "OTEL_EXPORTER_OTLP_ENDPOINT",
            "OTEL_SERVICE_NAME",
            "EOP_TRACE_SAMPLE_RATIO",
            "EOP_CONSOLE",
        ]
    );
}

#[test]
fn values_come_with_where_they_are_from() {
    let own = Own::of(&[("EOP_LOG", "debug")]).unwrap();
    assert_eq!((own.log.filter.as_str(), own.log.format), ("debug", LogFormat::Pretty));
    let shown = own.provenance.show().iter().map(|row| (row.name, row.source.as_str()));
    let expected = [("EOP_CONFIG", ""), ("EOP_LOG", "environment"), ("EOP_LOG_FORMAT", "default")];
    assert_eq!(shown.take(3).collect::<Vec<_>>(), expected);
}

#[rstest]
#[case::unknown("EOP_LOGG", "debug", "is not a setting; did you mean EOP_LOG?")]
#[case::another_program_s("EOP_MAX_IN_FLIGHT", "7", "is not a setting; remove it")]
#[case::retired("EOP_COLOUR", "true", "a terminal says it; remove it")]
#[case::of_no_such_type("EOP_TRACE_SAMPLE_RATIO", "half", "cannot be \"half\"; set it to 0.0 to 1.0")]
#[case::of_no_such_value("EOP_TRACE_SAMPLE_RATIO", "1.5", "is out of range; set it to 0.0 to 1.0")]
#[case::none_of_a_few("EOP_LOG_FORMAT", "xml", "set it to pretty or json")]
fn what_is_wrong_is_said_with_what_would_be_right(
    #[case] name: &str,
    #[case] text: &str,
    #[case] fault: &str,
) {
    let said = Own::of(&[(name, text)]).unwrap_err().to_string();
    assert!(said.contains(&format!("{name}: ")) && said.contains(fault), "{said}");
}

#[test]
fn values_are_also_looked_at_together() {
    let pairs = [("OTEL_EXPORTER_OTLP_ENDPOINT", "http://collector:4318"), ("EOP_TRACE_SAMPLE_RATIO", "0")];
    let said = Own::of(&pairs).unwrap_err().to_string();
    assert!(said.contains("EOP_TRACE_SAMPLE_RATIO: is 0, but there is a collector; set it to"), "{said}");
}

#[rstest]
#[case(Check::Any, &["", "7"], &[])]
#[case(Check::AtLeast(1, "is 0"), &["1", "18446744073709551615"], &["0"])]
#[case(Check::ZeroOrAtLeast(7, "is too short"), &["0", "7", "8"], &["1", "6"])]
#[case(Check::Within(1, 15), &["1", "15"], &["0", "16"])]
#[case(Check::Characters(3), &["abc", "äöü"], &["", "ab"])]
#[case(Check::Scheme(&["http", "log"]), &["http://a", "log:folder"], &["a", "https://a", "http://", "log:", "http:a"])]
#[case(Check::By(|text| (text != "tea").then(|| "is no tea".to_owned())), &["tea"], &["coffee"])]
fn checks_let_pass_what_is_right(#[case] check: Check, #[case] right: &[&str], #[case] wrong: &[&str]) {
    for text in right {
        assert_eq!(check.fault(text), None, "{check:?} {text}");
    }
    for text in wrong {
        assert!(check.fault(text).is_some(), "{check:?} {text}");
    }
}
