//! Query options by the fields of a struct, so that the compiler checks the names and no JSON name is typed.
//!
//! A field is found in the table of its type by its address in a default value, which costs an emitted crate nothing.

/// The JSON names of fields, for [`Request::select`](crate::runtime::Request::select): `select!(User: id, display_name)`.
#[macro_export]
macro_rules! select {
    ($type:ty: $($field:ident),+ $(,)?) => {{
        let object = <$type as ::std::default::Default>::default();
        $crate::runtime::names_at(&object, &[$($crate::runtime::address(&object.$field)),+])
    }};
}

/// The JSON names of fields with their direction, for [`Request::order_by`](crate::runtime::Request::order_by):
/// `order_by!(User: display_name desc, id)`.
#[macro_export]
macro_rules! order_by {
    ($type:ty: $($field:ident $($direction:ident)?),+ $(,)?) => {{
        let object = <$type as ::std::default::Default>::default();
        let mut names: ::std::vec::Vec<::std::string::String> = ::std::vec::Vec::new();
        $(
            let at = [$crate::runtime::address(&object.$field)];
            for name in $crate::runtime::names_at(&object, &at) {
                names.push(::std::format!("{name}{}", $crate::order_by!(@ $($direction)?)));
            }
        )+
        names
    }};
    (@) => { "" };
    (@ asc) => { "" };
    (@ desc) => { " desc" };
}

/// The JSON names of relationships, for [`Request::expand`](crate::runtime::Request::expand), each with the properties
/// that are wanted of it: `expand!(Message: attachments(Attachment: id, name))`.
#[macro_export]
macro_rules! expand {
    ($type:ty: $($field:ident $(($inner:ty: $($selected:ident),+ $(,)?))?),+ $(,)?) => {{
        let object = <$type as ::std::default::Default>::default();
        let mut names: ::std::vec::Vec<::std::string::String> = ::std::vec::Vec::new();
        $(
            let at = [$crate::runtime::address(&object.$field)];
            for name in $crate::runtime::names_at(&object, &at) {
                #[allow(unused_mut, reason = "without a selection")]
                let mut name = ::std::string::String::from(name);
                $(
                    let selected = $crate::select!($inner: $($selected),+).join(",");
                    name.push_str(&::std::format!("($select={selected})"));
                )?
                names.push(name);
            }
        )+
        names
    }};
}
