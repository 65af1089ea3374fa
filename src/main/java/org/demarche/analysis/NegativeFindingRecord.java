package org.demarche.analysis;

import java.util.UUID;

import org.demarche.history.RootRecord;

/**
 * That somebody looked for an actor's reaction to an event and found none. Who looked and when is told by the revision.
 *
 * @param actor slug of who is silent
 * @param looked where, in words: 'website of the ministry, Xinhua, 1 to 5 February'
 */
public record NegativeFindingRecord(UUID id, Integer version, UUID event, String actor, String looked, String note, String reason) implements RootRecord {
    @Override
    public NegativeFindingRecord identified(UUID id, Integer version) {
        return new NegativeFindingRecord(id, version, event, actor, looked, note, reason);
    }

    @Override
    public String heading() {
        return "Nothing found of " + actor + ": " + looked;
    }

    @Override
    public String page() {
        return "/events/" + event + "/reactions?of=" + actor;
    }
}
