package nullaosta.clearance.token;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import nullaosta.seal.CanonicalJson;
import nullaosta.seal.Digest;
import nullaosta.seal.SealFault;

/**
 * What a base took along when it last had a network. Nobody signs it as a whole: whatever counts in it is signed on its
 * own or proven under the checkpoint, and is looked at when a clearance is checked.
 *
 * @param madeAt what the maker says; it may make the pack older, never younger than its status list
 * @param checkpoint the register's checkpoint as published, with the witnesses' lines
 * @param statusList as {@link StatusList#sign} makes it
 * @param issues every issue under the checkpoint whose clearance had not expired when the pack was made; empty where the
 *        pack tells none
 */
public record Pack(Instant madeAt, String checkpoint, byte[] statusList, Optional<List<Issue>> issues) {

    private static final int LARGEST = 64_000_000;

    /** Where the register holds an issue: its token, its place, the hashes of the way up, lowest first. */
    public record Issue(Digest token, long index, List<Digest> path) {

        public Issue {
            path = List.copyOf(path);
        }
    }

    public Pack {
        statusList = statusList.clone();
        issues = issues.map(List::copyOf);
    }

    @Override
    public byte[] statusList() {
        return statusList.clone();
    }

    /** The one made later. */
    public static Optional<Pack> newer(Optional<Pack> one, Optional<Pack> other) {
        return one.isPresent() && other.isPresent()
                ? one.get().madeAt.isBefore(other.get().madeAt) ? other : one
                : one.or(() -> other);
    }

    public static Pack read(byte[] json) throws SealFault {
        return of(Fields.document(json, LARGEST));
    }

    static Pack of(Fields fields) throws SealFault {
        fields.only("madeAt", "checkpoint", "statusList", "issues");
        Optional<List<Issue>> issues = Optional.empty();
        if (fields.has("issues")) {
            List<Issue> read = new ArrayList<>();
            for (Fields issue : fields.objects("issues")) {
                read.add(issue(issue));
            }
            issues = Optional.of(read);
        }
        return new Pack(fields.instant("madeAt"), fields.text("checkpoint"), fields.base64("statusList"), issues);
    }

    private static Issue issue(Fields fields) throws SealFault {
        fields.only("token", "index", "path");
        List<Digest> path = new ArrayList<>();
        try {
            for (String hash : fields.texts("path")) {
                path.add(Digest.parseBase64(hash));
            }
        } catch (SealFault e) {
            throw fields.in("path", e);
        }
        try {
            return new Issue(Digest.parse(fields.text("token")),
                    fields.number("index", 0, CanonicalJson.LARGEST_INTEGER), path);
        } catch (SealFault e) {
            throw fields.in("token", e);
        }
    }

    /** As JSON has it; {@link #read} reads it back. */
    public Map<String, Object> toMap() {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put("madeAt", madeAt.toString());
        map.put("checkpoint", checkpoint);
        map.put("statusList", Base64.getEncoder().encodeToString(statusList));
        issues.ifPresent(known -> map.put("issues",
                known.stream().map(issue -> Map.of("token", issue.token().hex(), "index", issue.index(), "path",
                        issue.path().stream().map(Digest::base64).toList())).toList()));
        return map;
    }

    public byte[] bytes() {
        return CanonicalJson.bytes(toMap());
    }

    byte[] note() {
        return checkpoint.getBytes(StandardCharsets.UTF_8);
    }
}
