//! The primitive types of OData's Entity Data Model (OData CSDL 4.01, section 4.4).

/// An EDM primitive that the pages use.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Edm {
    /// `true` or `false`.
    Boolean,
    /// Unsigned 8 bits.
    Byte,
    /// Signed 8 bits.
    SByte,
    /// Signed 16 bits.
    Int16,
    /// Signed 32 bits.
    Int32,
    /// Signed 64 bits.
    Int64,
    /// IEEE 754 binary32.
    Single,
    /// IEEE 754 binary64.
    Double,
    /// Decimal number of any size.
    Decimal,
    /// Text.
    String,
    /// 16 bytes in the 8-4-4-4-12 form.
    Guid,
    /// `2021-07-16`.
    Date,
    /// `2021-07-16T12:00:00Z`.
    DateTimeOffset,
    /// `12:00:00`.
    TimeOfDay,
    /// ISO 8601 duration.
    Duration,
    /// Base64 text.
    Binary,
    /// A media stream.
    Stream,
    /// Any JSON.
    Untyped,
}

impl Edm {
    /// Every primitive.
    pub const ALL: [Edm; 18] = [
        Self::Boolean,
        Self::Byte,
        Self::SByte,
        Self::Int16,
        Self::Int32,
        Self::Int64,
        Self::Single,
        Self::Double,
        Self::Decimal,
        Self::String,
        Self::Guid,
        Self::Date,
        Self::DateTimeOffset,
        Self::TimeOfDay,
        Self::Duration,
        Self::Binary,
        Self::Stream,
        Self::Untyped,
    ];

    /// The qualified name, e.g. `Edm.Int32`.
    pub fn as_str(self) -> &'static str {
        match self {
            Self::Boolean => "Edm.Boolean",
            Self::Byte => "Edm.Byte",
            Self::SByte => "Edm.SByte",
            Self::Int16 => "Edm.Int16",
            Self::Int32 => "Edm.Int32",
            Self::Int64 => "Edm.Int64",
            Self::Single => "Edm.Single",
            Self::Double => "Edm.Double",
            Self::Decimal => "Edm.Decimal",
            Self::String => "Edm.String",
            Self::Guid => "Edm.Guid",
            Self::Date => "Edm.Date",
            Self::DateTimeOffset => "Edm.DateTimeOffset",
            Self::TimeOfDay => "Edm.TimeOfDay",
            Self::Duration => "Edm.Duration",
            Self::Binary => "Edm.Binary",
            Self::Stream => "Edm.Stream",
            Self::Untyped => "Edm.Untyped",
        }
    }
}
