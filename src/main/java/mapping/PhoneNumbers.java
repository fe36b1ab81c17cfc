package mapping;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import java.util.Optional;

/** Phone numbers in E.164, the one form in which two of them can be compared. */
public final class PhoneNumbers {

    /** Where a number without a country code is dialled. */
    private static final String REGION = "US";

    private PhoneNumbers() {}

    /** The number in E.164, such as {@code +12135550123}; empty when it is none, or none that can exist. */
    public static Optional<String> e164(String written) {
        var util = PhoneNumberUtil.getInstance();
        try {
            var number = util.parse(written, REGION);
            return util.isValidNumber(number)
                    ? Optional.of(util.format(number, PhoneNumberFormat.E164))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }

    /**
     * The number in E.164 where it can be texted or called as it stands; empty where it has letters (a name for digits, an
     * extension, the word fax) or costs who calls it a premium.
     */
    public static Optional<String> reachable(String written) {
        return written.chars().anyMatch(Character::isLetter)
                ? Optional.empty()
                : e164(written).filter(number -> !isPremium(number));
    }

    private static boolean isPremium(String e164) {
        var util = PhoneNumberUtil.getInstance();
        try {
            return util.getNumberType(util.parse(e164, REGION)) == PhoneNumberType.PREMIUM_RATE;
        } catch (NumberParseException e) {
            throw new IllegalArgumentException("is no E.164", e);
        }
    }
}
