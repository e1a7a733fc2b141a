"""The words of IOM's Human Trafficking Case Data Standard (HTCDS), so that a referral is understood by who receives it.

Codes as in the standard's field reference and survey form (github.com/UNMigration/HTCDS); `htcds` gives them in its
own spelling. ILLICIT_ACTIVITIES stands there among the types of labour exploitation.
"""

from __future__ import annotations

from enum import Enum


class Term(Enum):
    """A word of the standard."""

    @property
    def htcds(self) -> str:
        """In the standard's spelling: words run together, each with a capital."""
        return "".join(word.capitalize() for word in str(self.value).split("_"))


class TraffickingStatus(Enum):
    """Whether somebody is a victim, as far as it was decided."""

    POSSIBLE = "possible"
    ACTUAL = "actual"
    NOT = "not"

    @property
    def htcds(self) -> str:
        """`PossibleVictimOfTrafficking` and the like."""
        return {"possible": "Possible", "actual": "Actual", "not": "NotA"}[self.value] + "VictimOfTrafficking"


class DecisionMaker(Term):
    """What kind of organisation decided the status."""

    POLICE = "police"
    NGO = "NGO"
    COURT_OR_PROSECUTION = "court_or_prosecution"
    NON_POLICE_GOVERNMENTAL_ORGANIZATION = "non_police_governmental_organization"
    OTHER = "other"

    @property
    def htcds(self) -> str:
        """`NGO` stays as it is."""
        return "NGO" if self is DecisionMaker.NGO else super().htcds


class Recruitment(Term):
    """Method of recruitment."""

    ABDUCTION = "abduction"
    EDUCATIONAL_FACILITY = "educational_facility"
    FAMILIAL = "familial"
    INTERNET = "internet"
    INTERNATIONAL_MARRIAGE_BROKER = "international_marriage_broker"
    INTIMATE_PARTNER = "intimate_partner"
    JOB_OFFER = "job_offer"
    POSING_AS_BENEFACTOR = "posing_as_benefactor"
    PUBLIC_AREA = "public_area"
    OFFER_OF_ACCOMMODATION = "offer_of_accommodation"
    SHELTER = "shelter"
    SMUGGLING = "smuggling"
    WORK = "work"
    OTHER = "other"
    UNKNOWN = "unknown"


class Control(Term):
    """Method of control."""

    DEBT_BONDAGE = "debt_bondage"
    TAKES_EARNINGS = "takes_earnings"
    RESTRICTS_FINANCIAL_ACCESS = "restricts_financial_access"
    THREATS = "threats"
    PSYCHOLOGICAL_ABUSE = "psychological_abuse"
    PHYSICAL_ABUSE = "physical_abuse"
    SEXUAL_ABUSE = "sexual_abuse"
    FALSE_PROMISES = "false_promises"
    PSYCHOACTIVE_SUBSTANCES = "psychoactive_substances"
    RESTRICTS_MOVEMENT = "restricts_movement"
    RESTRICTS_MEDICAL_CARE = "restricts_medical_care"
    EXCESSIVE_WORKING_HOURS = "excessive_working_hours"
    USES_CHILDREN = "uses_children"
    THREAT_OF_LAW_ENFORCEMENT = "threat_of_law_enforcement"
    WITHHOLDS_NECESSITIES = "withholds_necessities"
    WITHHOLDS_DOCUMENTS = "withholds_documents"
    OTHER = "other"


class Exploitation(Term):
    """Type of exploitation."""

    FORCED_LABOUR = "forced_labour"
    SEXUAL_EXPLOITATION = "sexual_exploitation"
    CHILD_LABOUR = "child_labour"
    FORCED_MARRIAGE = "forced_marriage"
    SERVITUDE = "servitude"
    FORCED_MILITARY = "forced_military"
    ORGAN_REMOVAL = "organ_removal"
    FORCED_BEGGING = "forced_begging"
    FORCED_ADOPTION = "forced_adoption"
    SURROGACY = "surrogacy"
    ILLICIT_ACTIVITIES = "illicit_activities"
    OTHER = "other"


class RoleInProcess(Term):
    """What somebody else did in it. Roles only: no suspect is named in a referral."""

    TRAVELLING_PARTNER = "travelling_partner"
    TRANSPORTER = "transporter"
    RECRUITER_OR_INTERMEDIARY = "recruiter_or_intermediary"
    BROKER_TRAVEL_AGENT = "broker_travel_agent"
    SMUGGLER = "smuggler"
    ABUSER = "abuser"
    KIDNAPPER = "kidnapper"
    EXPLOITER = "exploiter"
    OTHER = "other"


class ReferralReason(Term):
    """Why the case is passed on."""

    ADDITIONAL_SERVICES_REQUIRED = "additional_services_required"
    MIGRATION_OR_CHANGE_OF_LOCATION = "migration_or_change_of_location"
    OTHER = "other"
