package nullaosta.mission;

import nullaosta.airspace.Circle;
import nullaosta.quantity.TimeWindow;

/**
 * People on the ground whom flights may protect: where they are, and when. Secret; whoever looks at it is entered.
 *
 * @param number counts from 1 within the case
 * @param who in words, such as the name in an agreement's annex
 * @param area the theatre, by the vocabulary's word, such as {@code LIBYA}
 * @param place where they are then, with the uncertainty of that as its radius
 * @param there from when until when
 * @param source who says so
 */
public record ProtectedParty(int number, String who, String area, Circle place, TimeWindow there, String source,
        Grade grade) {}
