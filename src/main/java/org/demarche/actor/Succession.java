package org.demarche.actor;

import java.util.UUID;

/** One actor came after another, as a tie of the kind SUCCESSOR says. */
public record Succession(UUID successor, UUID predecessor) {
}
