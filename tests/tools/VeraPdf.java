// Validates the PDFs whose paths come on standard input with the library of veraPDF; `verapdf.py` says how it is run.

import java.io.BufferedReader;
import java.io.File;
import java.io.InputStreamReader;
import java.util.List;
import java.util.TreeSet;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;

class VeraPdf {
    public static void main(String[] arguments) throws Exception {
        // Its log is for its own makers.
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        BufferedReader paths = new BufferedReader(new InputStreamReader(System.in, "UTF-8"));
        for (String path = paths.readLine(); path != null; path = paths.readLine()) {
            for (PDFAFlavour standard : List.of(PDFAFlavour.PDFUA_1, PDFAFlavour.PDFA_2_A)) {
                System.out.println(judge(path, standard));
            }
        }
    }

    /** One line: the verdict, the standard, the path, the rules that are broken. */
    private static String judge(String path, PDFAFlavour standard) {
        String subject = standard.getId() + "\t" + path;
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(path), standard)) {
            PDFAValidator validator = Foundries.defaultInstance().createValidator(standard, false);
            ValidationResult result = validator.validate(parser);
            return result.isCompliant() ? "PASS\t" + subject : "FAIL\t" + subject + "\t" + broken(result);
        } catch (Exception trouble) {
            return "FAIL\t" + subject + "\t" + trouble;
        }
    }

    private static String broken(ValidationResult result) {
        TreeSet<String> rules = new TreeSet<>();
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                String rule = assertion.getRuleId().getClause() + "-" + assertion.getRuleId().getTestNumber();
                rules.add(rule + " " + assertion.getMessage().replaceAll("\\s+", " "));
            }
        }
        return String.join("; ", rules);
    }
}
