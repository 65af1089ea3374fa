package org.demarche.web;

/**
 * What the error page says beside the detail of a problem.
 *
 * @param title the heading
 * @param next what the reader can do now
 */
record ErrorWords(String title, String next) {

    static ErrorWords of(int status) {
        return switch (status) {
            case 400 -> new ErrorWords("This address can’t be read",
                    "Correct the address, or take off the part that is named above.");
            case 401 -> new ErrorWords("Sign in first", "Sign in, then open the address again.");
            case 403 -> new ErrorWords("This is not allowed", "Go back and reload the page, then try again.");
            case 404 -> new ErrorWords("Nothing here", "Check the address, or search for it above.");
            case 405 -> new ErrorWords("This can’t be done here", "Open the page itself and use its links and buttons.");
            case 406 -> new ErrorWords("Not in that form", "This address has no answer in the form that was asked for.");
            case 409 -> new ErrorWords("Somebody else was faster", "Open the record as it stands now and make your change again.");
            case 410 -> new ErrorWords("Retracted", "What it was is kept under Changes.");
            case 413 -> new ErrorWords("Too large", "Go back and send less at once: a text may have up to two million characters, a request 10 MB.");
            case 415 -> new ErrorWords("In a form that is not taken", "Send what the address asks for.");
            case 422 -> new ErrorWords("Not saved", "Go back, correct what is named above, and save again.");
            case 503 -> new ErrorWords("Not ready", "Wait a moment and reload the page.");
            default -> status < 500
                    ? new ErrorWords("This did not work", "Go back and try again.")
                    : new ErrorWords("Something went wrong", "Nothing that was saved is lost. Go back and try again; if it happens again, pass on the number above.");
        };
    }
}
