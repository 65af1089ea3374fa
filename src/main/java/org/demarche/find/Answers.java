package org.demarche.find;

import java.util.List;

/** Pages that answer what is typed as a question; supplied by the feature that has them. */
public interface Answers {

    /**
     * A fixed number of questions to the index and the database.
     *
     * @param typed in normal form, on one line, not empty
     * @return empty where it is no question, or one that nothing here answers
     */
    List<Found.Hit> to(String typed);
}
