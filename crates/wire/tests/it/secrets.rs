//! What must not be printed, and what compares how.

use wire::{Address, Pass};

use crate::{cell, key, rng};

#[test]
fn printing_tells_nothing() {
    assert_eq!(format!("{:?}", Address::from_bytes([0xab; 32])), "Address(..)");
    assert_eq!(format!("{:?}", cell(1)), "Cell(..)");
}

#[test]
fn passes_are_equal_only_byte_for_byte() {
    let pass = Pass::random(&mut rng(1));
    assert!(pass == pass.duplicate());
    for place in 0..32 {
        let mut other = *pass.as_bytes();
        other[place] ^= 0x80;
        assert!(pass != Pass::from_bytes(other));
    }
    assert!(pass != Pass::random(&mut rng(2)));
}

#[test]
fn a_duplicate_opens_the_same_drop() {
    assert_eq!(key(1).duplicate().address(), key(1).address());
    assert_ne!(key(1).address(), key(2).address());
}

/// Whether a type has a trait, decided when this is compiled.
macro_rules! has {
    ($type:ty: $($trait:tt)+) => {{
        #[allow(dead_code, reason = "used only where the trait is not there")]
        trait Lacks { const HAS: bool = false; }
        impl<T: ?Sized> Lacks for T {}
        struct Of<T: ?Sized>(std::marker::PhantomData<T>);
        #[allow(dead_code, reason = "used only where the trait is there")]
        impl<T: ?Sized + $($trait)+> Of<T> { const HAS: bool = true; }
        <Of<$type>>::HAS
    }};
}

#[test]
fn secrets_are_neither_printed_nor_copied_by_accident() {
    assert!(has!(Address: std::fmt::Debug) && has!(Address: Copy), "the test can tell");
    assert!(!has!(wire::TakeKey: std::fmt::Debug) && !has!(wire::TakeKey: Clone));
    assert!(!has!(wire::Pass: std::fmt::Debug) && !has!(wire::Pass: Clone));
    assert!(has!(wire::TakeKey: zeroize::ZeroizeOnDrop) && has!(wire::Pass: zeroize::ZeroizeOnDrop));
}
