"""A version, draft or right that the store cannot give."""

from components.language.i18n import N_

PROBLEMS = {
    "published_meanwhile": N_(
        "{who} published version {number} of {dataset} in between ({when}): look at it, then publish again; your draft is kept."
    ),
    "base_stale": N_(
        "Somebody published in between: look at the newest version, then publish again; your draft is kept."
    ),
    "columns_differ": N_("The table has the columns {found}, the store {expected}: bring the columns into that order."),
    "publish_unconfirmed": N_(
        "Version {number} was written, and the disk did not confirm it ({reason}): look at Versi before you publish again."
    ),
    "version_unknown": N_("There is no version {found}; the newest is {expected}."),
    "version_damaged": N_(
        "Version {number} of {dataset} is damaged on the disk ({reason}): open another version on the page Versions; all other datasets go on."
    ),
    "draft_damaged": N_("The draft {found} is damaged on the disk: drop it and upload the file again."),
    "store_damaged": N_(
        "The store's file of decks, lists and drafts is damaged ({reason}): put its last backup back; what is published goes on being served."
    ),
    "version_empty": N_("The version of {dataset} holds no observation: choose a file with figures."),
    "sha256_bad": N_("“{found}” is no SHA-256 of a file: upload the file again."),
    "store_path_bad": N_("The store cannot lie at “{found}”: set CAKUPAN_STORE to a folder."),
    "dataset_name_bad": N_("“{found}” cannot name a dataset: use small letters, digits and hyphens."),
    "dataset_name_reserved": N_("“{found}” is the name of something else here: give the dataset another name."),
    "draft_too_many": N_(
        "You keep {expected} drafts, which is the most: publish or drop one first; the oldest is {found}."
    ),
    "draft_unknown": N_("There is no draft {found} any more: upload the file again."),
    "not_allowed": N_("{who} may not {action} with the role “{role}”: ask an administrator for another role."),
    "roles_file_damaged": N_(
        "The file of roles {file} cannot be read ({reason}): mend it; until then nobody may publish."
    ),
    "store_full": N_("The disk of the store is full: make room; the version before is still served."),
    "store_read_only": N_(
        "The store's folder may not be written to: give the right to write; the version before is still served."
    ),
    "store_without_hard_links": N_(
        "The store's disk knows no hard links, without which no version can be kept safe: set CAKUPAN_STORE to another disk."
    ),
    "store_busy": N_("The store is busy: try again in a moment; nothing was lost."),
    "store_failed": N_(
        "The store could not be written ({reason}): nothing was published; the version before is still served."
    ),
    "journal_failed": N_(
        "The journal could not be written ({reason}): nothing was done; make room or give the right to write."
    ),
}
