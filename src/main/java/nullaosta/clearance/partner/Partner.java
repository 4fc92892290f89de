package nullaosta.clearance.partner;

import java.net.URI;
import java.nio.file.Path;
import java.util.Optional;
import nullaosta.clearance.token.Pack;
import nullaosta.clearance.token.Trust;
import nullaosta.party.StateCode;

/**
 * Another host that says itself, by signed clearances, what may fly over it.
 *
 * @param trust its trust file as its own bases have it, without the pack
 * @param came the pack in that file
 * @param address where its newest pack is to be had; empty where packs come by hand alone
 * @param byHand where somebody lays a pack that came on a stick
 * @param mirror folder of the copy that this host keeps of the partner's register, if it keeps one
 */
public record Partner(StateCode state, Trust trust, Optional<Pack> came, Optional<URI> address, Path byHand,
        Optional<Path> mirror) {}
