package nullaosta.seal;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.SignatureException;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.NamedParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/** The signature schemes we use, as the JDK does them; signatures have the fixed length of COSE in all of them. */
public enum Scheme {

    /** ECDSA on P-256 with SHA-256 (RFC 9053, clause 2.1): what hardware keys can do. */
    ES256(-7, "EC", "SHA256withECDSAinP1363Format", "3059301306072a8648ce3d020106082a8648ce3d030107034200", 65, 64),

    /** Ed25519 (RFC 8032; RFC 9053, clause 2.2). */
    EDDSA(-8, "Ed25519", "Ed25519", "302a300506032b6570032100", 32, 64),

    /** ML-DSA-44 (FIPS 204): holds against quantum computers too. */
    ML_DSA_44(-48, "ML-DSA-44", "ML-DSA-44", "30820532300b06096086480165030403110382052100", 1312, 2420);

    /** The COSE algorithm number. */
    public final long algorithm;

    /** Bytes of a public key without its frame. */
    final int keyLength;

    /** Bytes of a signature. */
    final int signatureLength;

    private final String family;
    private final String scheme;
    private final String publicPrefix;

    Scheme(long algorithm, String family, String scheme, String publicPrefix, int keyLength, int signatureLength) {
        this.algorithm = algorithm;
        this.family = family;
        this.scheme = scheme;
        this.publicPrefix = publicPrefix;
        this.keyLength = keyLength;
        this.signatureLength = signatureLength;
    }

    KeyPair generate(SecureRandom random) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(family);
            switch (this) {
                case ES256 -> generator.initialize(new ECGenParameterSpec("secp256r1"), random);
                case EDDSA -> generator.initialize(255, random);
                case ML_DSA_44 -> generator.initialize(NamedParameterSpec.ML_DSA_44, random);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    byte[] sign(PrivateKey key, byte[] message) {
        try {
            Signature signature = Signature.getInstance(scheme);
            signature.initSign(key);
            signature.update(message);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    /** Whether the signature is that of the key over the message; a signature of another shape is simply not one. */
    boolean verify(PublicKey key, byte[] message, byte[] signature) {
        return signature.length == signatureLength && verify(scheme, key, message, signature);
    }

    /** The same for ES256 with the signature as a sequence of two integers in DER. */
    static boolean verifyDer(PublicKey key, byte[] message, byte[] signature) {
        return verify("SHA256withECDSA", key, message, signature);
    }

    private static boolean verify(String scheme, PublicKey key, byte[] message, byte[] signature) {
        try {
            Signature verifier = Signature.getInstance(scheme);
            verifier.initVerify(key);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw missing(e);
        }
    }

    /** Reads a SubjectPublicKeyInfo of this scheme, and of no other. */
    PublicKey publicKey(byte[] spki) throws SealFault {
        if (!HexFormat.of().formatHex(spki).startsWith(publicPrefix)) {
            throw new SealFault("this is not a public key for " + this);
        }
        try {
            return KeyFactory.getInstance(family).generatePublic(new X509EncodedKeySpec(spki));
        } catch (GeneralSecurityException e) {
            throw new SealFault("this is not a public key for " + this);
        }
    }

    /** The key alone, without its frame. */
    byte[] point(PublicKey key) {
        byte[] spki = key.getEncoded();
        return Arrays.copyOfRange(spki, publicPrefix.length() / 2, spki.length);
    }

    PublicKey ofPoint(byte[] point) throws SealFault {
        byte[] prefix = HexFormat.of().parseHex(publicPrefix);
        byte[] spki = Arrays.copyOf(prefix, prefix.length + point.length);
        System.arraycopy(point, 0, spki, prefix.length, point.length);
        return publicKey(spki);
    }

    PrivateKey privateKey(byte[] pkcs8) throws SealFault {
        try {
            PrivateKey key = KeyFactory.getInstance(family).generatePrivate(new PKCS8EncodedKeySpec(pkcs8));
            return key;
        } catch (GeneralSecurityException e) {
            throw new SealFault("this is not a private key for " + this);
        }
    }

    /** Whether the two halves belong together: shown by signing once. */
    boolean pairs(PrivateKey secret, PublicKey open) {
        if (this == ES256 && !(open instanceof ECPublicKey)) {
            return false;
        }
        byte[] probe = {'p', 'a', 'i', 'r'};
        return verify(open, probe, sign(secret, probe));
    }

    private static IllegalStateException missing(GeneralSecurityException e) {
        return new IllegalStateException("the Java platform lacks a signature scheme: " + e.getMessage(), e);
    }
}
