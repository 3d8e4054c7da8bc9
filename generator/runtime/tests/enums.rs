//! Enums that may grow, and flags as sets.

mod model;

use std::collections::BTreeSet;

use model::{Importance, KeyUsage, Sample};
use runtime::runtime::{Enumeration, Flags, from_slice, to_json_string};

#[test]
fn known_and_unknown_values() {
    assert_eq!(Importance::from("high"), Importance::High);
    assert_eq!(Importance::High.as_str(), "high");
    assert_eq!("low".parse(), Ok(Importance::Low));
    let unknown = Importance::from("urgent");
    assert!(matches!(&unknown, Importance::Unknown(value) if value.as_str() == "urgent"));
    assert_eq!(
        format!("{unknown} {unknown:?} {:>6}|", Importance::Low),
        "urgent Unknown(\"urgent\")    low|"
    );
    // Case counts: what is not listed keeps its text.
    assert_eq!(Importance::from("High").as_str(), "High");
    assert_ne!(Importance::from("High"), Importance::High);
    for member in Importance::MEMBERS {
        assert_eq!(&Importance::from(member.as_str()), member);
    }
}

#[test]
fn an_unknown_value_survives() {
    for json in [r#"{"importance":"brand\"New"}"#, r#"{"importance":""}"#] {
        let value: Sample = from_slice(json.as_bytes()).expect("it decodes");
        assert_eq!(to_json_string(&value), json);
        assert_eq!(value.clone(), value);
        #[cfg(feature = "serde")]
        assert_eq!(serde_json::to_string(&value).ok().as_deref(), Some(json));
    }
}

#[cfg(feature = "serde")]
#[test]
fn enums_go_through_serde() {
    let values: Vec<Importance> = serde_json::from_str(r#"["low","x"]"#).expect("strings");
    assert_eq!(serde_json::to_string(&values).ok().as_deref(), Some(r#"["low","x"]"#));
    assert!(serde_json::from_str::<Importance>("5").is_err());
    let flags: Flags<KeyUsage> = serde_json::from_str("\"a, b\"").expect("a string");
    assert_eq!(serde_json::to_string(&flags).ok().as_deref(), Some("\"a, b\""));
    let map: std::collections::BTreeMap<String, Importance> =
        serde_json::from_str(r#"{"a":"high"}"#).expect("a map");
    assert_eq!(map["a"], Importance::High);
}

#[test]
fn flags_are_sets() {
    let mut flags: Flags<KeyUsage> = "digitalSignature, new".parse().expect("any text");
    assert!(flags.contains(&KeyUsage::DigitalSignature));
    assert!(!flags.contains(&KeyUsage::KeyEncipherment));
    assert!(flags.contains(&KeyUsage::from("new")));
    assert_eq!((flags.len(), flags.is_empty()), (2, false));
    assert!(!flags.insert(&KeyUsage::DigitalSignature));
    assert_eq!(flags.to_string(), "digitalSignature, new");
    assert!(flags.insert(&KeyUsage::KeyEncipherment));
    assert_eq!(flags.as_str(), "digitalSignature,new,keyEncipherment");
    assert!(flags.remove(&KeyUsage::from("new")));
    assert!(!flags.remove(&KeyUsage::from("new")));
    let members: Vec<_> = flags.iter().collect();
    assert_eq!(members, [KeyUsage::DigitalSignature, KeyUsage::KeyEncipherment]);
    let collected: Flags<KeyUsage> = members.into_iter().rev().collect();
    assert_eq!(collected, flags);
    assert_eq!(BTreeSet::from([collected.as_str(), flags.as_str()]).len(), 2);
    assert_eq!(Flags::<KeyUsage>::new().as_str(), "");
    assert!("".parse::<Flags<KeyUsage>>().expect("any text").is_empty());
    assert_eq!(Flags::from(KeyUsage::DigitalSignature).as_str(), "digitalSignature");
}
