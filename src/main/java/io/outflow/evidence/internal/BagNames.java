package io.outflow.evidence.internal;

import java.util.List;

/** What the files of a package are called. */
public final class BagNames {

    public static final String BAGIT = "bagit.txt";
    public static final String INFO = "bag-info.txt";
    public static final String MANIFEST = "manifest-sha256.txt";
    public static final String TAG_MANIFEST = "tagmanifest-sha256.txt";
    public static final String README = "README.txt";
    public static final String SCRIPT = "verify.sh";
    public static final String SIGNER = "sign/signer.pem";
    public static final String SIGNATURE = "sign/tagmanifest.sig";
    public static final String STAMP = "sign/tagmanifest.tsr";

    /** What the tag manifest lists: all but itself, the signature over it and the stamp over it. */
    public static final List<String> TAG_FILES = List.of(README, INFO, BAGIT, MANIFEST, SIGNER, SCRIPT);

    /** Of the line in {@link #INFO} that says where the stamp is. */
    public static final String TIME_STAMP = "Time-Stamp: ";

    public static final String NO_STAMP = "none";

    public static final String IPE = "data/ipe.json";
    public static final String CHAIN = "data/audit/chain.jsonl";
    public static final String CHAIN_HEAD = "data/audit/head.json";

    private BagNames() {}
}
