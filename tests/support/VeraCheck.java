import java.io.File;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.verapdf.pdfa.validation.validators.ValidatorFactory;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Asks veraPDF whether files keep PDF/UA-1 and PDF/A-2a: java VeraCheck file.pdf ...
 *
 * Prints a line for each file and standard (file, standard, PASS or FAIL, number of checks), and below it one for each
 * broken rule (empty, clause and test, how often, what it says, where). The profiles are read by hand because the jar
 * that is used here comes without the library that veraPDF reads them with.
 */
public final class VeraCheck {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final int FAILURES_SHOWN = 100;

    public static void main(String[] files) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        Map<String, ValidationProfile> profiles = new LinkedHashMap<>();
        profiles.put("ua1", profile("PDFUA-1", PDFAFlavour.PDFUA_1));
        profiles.put("2a", profile("PDFA-2A", PDFAFlavour.PDFA_2_A));
        for (String file : files) {
            for (Map.Entry<String, ValidationProfile> entry : profiles.entrySet()) {
                check(file, entry.getKey(), entry.getValue());
            }
        }
    }

    private static void check(String file, String name, ValidationProfile profile) {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), profile.getPDFAFlavour())) {
            PDFAValidator validator = ValidatorFactory.createValidator(profile, FAILURES_SHOWN, true, true, false);
            ValidationResult result = validator.validateAll(parser).get(0);
            line(file, name, result.isCompliant() ? "PASS" : "FAIL", result.getTotalAssertions());
            for (Map.Entry<RuleId, Integer> failed : result.getFailedChecks().entrySet()) {
                RuleId rule = failed.getKey();
                String says = result.getValidationProfile().getRuleByRuleId(rule).getDescription();
                String clause = rule.getClause() + "-" + rule.getTestNumber();
                line("", clause, failed.getValue(), says, place(result, rule));
            }
        } catch (Throwable fault) {
            line(file, name, "FAIL", 0);
            line("", "unreadable", 1, fault, "");
        }
    }

    private static String place(ValidationResult result, RuleId rule) {
        for (TestAssertion assertion : result.getTestAssertions()) {
            if (assertion.getRuleId().equals(rule) && assertion.getStatus() == TestAssertion.Status.FAILED) {
                return assertion.getLocation().getContext();
            }
        }
        return "";
    }

    private static void line(Object... fields) {
        List<String> texts = new ArrayList<>();
        for (Object field : fields) {
            texts.add(String.valueOf(field).replaceAll("\\s+", " "));
        }
        OUT.println(String.join("\t", texts));
    }

    private static ValidationProfile profile(String name, PDFAFlavour flavour) throws Exception {
        var stream = VeraCheck.class.getResourceAsStream("/org/verapdf/pdfa/validation/" + name + ".xml");
        Element root = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(stream).getDocumentElement();
        Set<Rule> rules = new LinkedHashSet<>();
        for (Element rule : all(root, "rule")) {
            rules.add(rule(rule));
        }
        Set<Variable> variables = new LinkedHashSet<>();
        for (Element variable : all(root, "variable")) {
            String start = text(variable, "defaultValue");
            String object = variable.getAttribute("object");
            variables.add(Profiles.variableFromValues(variable.getAttribute("name"), object, start, text(variable, "value")));
        }
        Element details = all(root, "details").get(0);
        var about = Profiles.profileDetailsFromValues(
            text(details, "name"), text(details, "description"), details.getAttribute("creator"), new Date(0));
        return Profiles.profileFromValues(flavour, about, "", rules, variables);
    }

    private static Rule rule(Element rule) {
        Element id = all(rule, "id").get(0);
        RuleId known = Profiles.ruleIdFromValues(
            PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
            id.getAttribute("clause"),
            Integer.parseInt(id.getAttribute("testNumber")));
        Boolean deferred = rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null;
        String tags = rule.hasAttribute("tags") ? rule.getAttribute("tags") : null;
        var error = Profiles.errorFromValues(text(all(rule, "error").get(0), "message"), new ArrayList<>());
        return Profiles.ruleFromValues(
            known, rule.getAttribute("object"), deferred, tags, text(rule, "description"), text(rule, "test"), error,
            new ArrayList<>());
    }

    private static List<Element> all(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        List<Element> found = new ArrayList<>();
        for (int index = 0; index < nodes.getLength(); index++) {
            found.add((Element) nodes.item(index));
        }
        return found;
    }

    private static String text(Element parent, String name) {
        NodeList nodes = parent.getElementsByTagName(name);
        return nodes.getLength() > 0 ? nodes.item(0).getTextContent() : null;
    }
}
