package org.demarche.analysis;

import java.util.List;
import java.util.UUID;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

import org.demarche.history.RecordKind;
import org.demarche.history.Revisions;
import org.demarche.item.Item;
import org.demarche.item.Items;
import org.demarche.web.BadParameterException;
import org.demarche.web.RetractedException;
import org.demarche.web.UnknownRecordException;

/** Reads which event, and whose reactions to it, an address asks for. */
@ApplicationScoped
@Transactional(Transactional.TxType.SUPPORTS)
class ReactionsAsked {
    private static final int MOST_CHOSEN = 30;

    @Inject
    Items items;
    @Inject
    Revisions revisions;
    @Inject
    TypedActors names;

    Item event(UUID id) {
        var present = revisions.present(RecordKind.EVENT, id).orElseThrow(() -> new UnknownRecordException("event " + id));
        if (present.isRetraction()) {
            throw new RetractedException("event " + id);
        }
        return items.of(List.of(id)).stream().findFirst().orElseThrow(() -> new UnknownRecordException("event " + id));
    }

    /** @param typed slugs or names; blanks are passed over */
    List<String> of(List<String> typed) {
        var slugs = typed.stream().filter(name -> !name.isBlank()).map(name -> names.slug("of", name)).distinct().toList();
        if (slugs.size() > MOST_CHOSEN) {
            throw new BadParameterException("of", "of: more than " + MOST_CHOSEN + " lists can't be shown together");
        }
        return slugs;
    }
}
