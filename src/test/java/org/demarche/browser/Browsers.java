package org.demarche.browser;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;

/**
 * The browser of all browser tests of one run: Chromium, found or installed. A machine that has none and can't get one fails the tests
 * and says what to do; they are never skipped.
 */
public final class Browsers {
    private static final String SETTING = "DEMARCHE_CHROMIUM";
    private static final List<String> USUAL = List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome",
            "/usr/bin/google-chrome-stable", "/snap/bin/chromium", "/opt/google/chrome/chrome", "/usr/bin/microsoft-edge",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome", "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe", "C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe");

    private static Playwright playwright;
    private static Browser browser;

    private Browsers() {
    }

    /** The one browser, started on the first call; it ends with this process. */
    public static synchronized Browser browser() {
        if (browser == null) {
            var installed = found();
            if (installed.isEmpty() && isRootOnDebian()) {
                installFromDebian();
                installed = found();
            }
            playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = installed.map(Browsers::launch).orElseGet(Browsers::download);
        }
        return browser;
    }

    private static Optional<Path> found() {
        var set = System.getenv(SETTING);
        if (set != null && !set.isBlank()) {
            var path = Path.of(set);
            if (!Files.isExecutable(path)) {
                throw new IllegalStateException(SETTING + " names " + path + ", which is no program that can be run here");
            }
            return Optional.of(path);
        }
        return USUAL.stream().map(Path::of).filter(Files::isExecutable).findFirst();
    }

    private static boolean isRootOnDebian() {
        return "root".equals(System.getProperty("user.name")) && Files.isExecutable(Path.of("/usr/bin/apt-get"));
    }

    /** With fonts for the scripts of the tests: otherwise they would show boxes. What goes wrong is said by the download that follows. */
    private static void installFromDebian() {
        run("apt-get", "-qq", "update");
        run("apt-get", "-qq", "install", "-y", "--no-install-recommends", "chromium", "fonts-noto-core", "fonts-noto-cjk");
    }

    private static void run(String... command) {
        try {
            var builder = new ProcessBuilder(command).inheritIO();
            builder.environment().put("DEBIAN_FRONTEND", "noninteractive");
            builder.start().waitFor();
        } catch (java.io.IOException absent) {
            System.err.println(command[0] + " can't be run: " + absent.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private static Browser launch(Path chromium) {
        return playwright.chromium().launch(options().setExecutablePath(chromium));
    }

    /** Playwright fetches a Chromium of its own; that needs the open internet. */
    private static Browser download() {
        playwright.close();
        try {
            playwright = Playwright.create();
            return playwright.chromium().launch(options());
        } catch (PlaywrightException absent) {
            throw new IllegalStateException("The browser tests need Chromium, and none was found, installed or downloaded. "
                    + "Install it (on Debian and Ubuntu: apt-get install chromium) or name its program in the environment variable " + SETTING + ".", absent);
        }
    }

    private static BrowserType.LaunchOptions options() {
        return new BrowserType.LaunchOptions().setHeadless(true);
    }
}
