package dev.tutti.kernel.magic;

import dev.tutti.engine.wire.RenderLimits;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code %precision}, after IPython's: how many digits of fractions are shown. */
@Command(
        name = "precision",
        customSynopsis = {"%%precision", "%%precision DIGITS", "%%precision all"},
        description = {
            "Sets how many digits behind the point are shown of float, double and BigDecimal, wherever they are part"
                    + " of a",
            "result; without argument it tells. The values themselves keep all digits."
        })
final class PrecisionMagic implements Magic.Action {

    private static final int MOST = 17;

    @Parameters(arity = "0..1", paramLabel = "DIGITS", description = "from 0 to 17, or all: as Java writes them")
    private String digits;

    @Override
    public void run(MagicContext context) throws MagicException {
        if (digits == null) {
            int now = context.display().digits();
            context.print(
                    now == RenderLimits.ALL_DIGITS
                            ? "All digits are shown. %precision 3 shows three behind the point."
                            : now + (now == 1 ? " digit" : " digits")
                                    + " behind the point. %precision all shows all of them.");
            return;
        }
        context.display().digits(parsed());
    }

    private int parsed() throws MagicException {
        if (digits.equals("all")) {
            return RenderLimits.ALL_DIGITS;
        }
        if (!digits.matches("\\d{1,2}") || Integer.parseInt(digits) > MOST) {
            throw new MagicException(
                    "%precision takes a number of digits from 0 to " + MOST + ", or all, not '" + digits + "'.");
        }
        return Integer.parseInt(digits);
    }
}
