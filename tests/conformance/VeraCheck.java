import java.io.File;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.RuleId;

/**
 * Validates PDF files with veraPDF's own libraries: VeraCheck FLAVOUR FILE, where FLAVOUR is "3a", "ua1" and so on.
 *
 * Prints "compliant CHECKS", or one line for each rule that is broken: clause, number of the test, times broken.
 * Exits with 0 if the file is compliant, with 1 if not.
 */
public final class VeraCheck {
    private VeraCheck() {}

    public static void main(String[] arguments) throws Exception {
        Logger.getLogger("").setLevel(Level.OFF);
        VeraGreenfieldFoundryProvider.initialise();
        PDFAFlavour flavour = PDFAFlavour.fromString(arguments[0]);
        if (flavour == PDFAFlavour.NO_FLAVOUR) throw new IllegalArgumentException("no such flavour: " + arguments[0]);
        System.exit(validate(new File(arguments[1]), flavour) ? 0 : 1);
    }

    private static boolean validate(File file, PDFAFlavour flavour) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(file, flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(List.of(flavour))) {
            boolean compliant = true;
            for (ValidationResult result : validator.validateAll(parser)) {
                report(result);
                compliant &= result.isCompliant();
            }
            return compliant;
        }
    }

    private static void report(ValidationResult result) {
        if (result.isCompliant()) {
            System.out.println("compliant " + result.getTotalAssertions());
        }
        for (Map.Entry<RuleId, Integer> broken : result.getFailedChecks().entrySet()) {
            RuleId rule = broken.getKey();
            System.out.println(rule.getClause() + "-" + rule.getTestNumber() + " x" + broken.getValue());
        }
    }
}
