//! A wide type with few values set, in the form of emitted code: long, because what is measured is the cost of
//! 120 properties.

use runtime::runtime::{
    DateTimeOffset, Extra, Meta, Object, SetFields, SlotMut, SlotRef, object_impls,
};

/// `bench.place`.
#[derive(Default)]
pub struct Place {
    /// `city`.
    pub city: Option<String>,
    /// `countryOrRegion`.
    pub country_or_region: Option<String>,
    /// `postalCode`.
    pub postal_code: Option<String>,
    /// `street`.
    pub street: Option<String>,
    /// Unknown properties, annotations, explicit nulls and misfits, kept for lossless encoding.
    pub extra: Extra,
}

impl Object for Place {
    fn meta(&self) -> &'static Meta {
        &Meta {
            name: "bench.place",
            base: None,
            fields: &["city", "countryOrRegion", "postalCode", "street"],
        }
    }

    fn field(&self, index: usize) -> SlotRef<'_> {
        match index {
            0 => SlotRef::String(&self.city),
            1 => SlotRef::String(&self.country_or_region),
            2 => SlotRef::String(&self.postal_code),
            3 => SlotRef::String(&self.street),
            _ => SlotRef::Extra(&self.extra),
        }
    }

    fn field_mut(&mut self, index: usize) -> SlotMut<'_> {
        match index {
            0 => SlotMut::String(&mut self.city),
            1 => SlotMut::String(&mut self.country_or_region),
            2 => SlotMut::String(&mut self.postal_code),
            3 => SlotMut::String(&mut self.street),
            _ => SlotMut::Extra(&mut self.extra),
        }
    }
}

object_impls!(Place);

/// `bench.wide`.
#[derive(Default)]
pub struct Wide {
    /// `displayTitleOffice`.
    pub display_title_office: Option<String>,
    /// `nameSurnameCity`.
    pub name_surname_city: Option<String>,
    /// `mailConsentPassword`.
    pub mail_consent_password: Option<String>,
    /// `titleHireName`.
    pub title_hire_name: Option<bool>,
    /// `departmentPasswordAccount`.
    pub department_password_account: Option<String>,
    /// `officeSecurityFax`.
    pub office_security_fax: Option<DateTimeOffset>,
    /// `locationResponsibilitiesAbout`.
    pub location_responsibilities_about: Option<String>,
    /// `mobileOfficeSurname`.
    pub mobile_office_surname: Option<Vec<String>>,
    /// `phonePrincipalEmployee`.
    pub phone_principal_employee: Option<String>,
    /// `givenCompanyDomain`.
    pub given_company_domain: Option<i32>,
    /// `surnameStateLocation`.
    pub surname_state_location: Option<String>,
    /// `userManagerCompany`.
    pub user_manager_company: Option<Box<Place>>,
    /// `principalAboutChange`.
    pub principal_about_change: Option<String>,
    /// `languageDisplayMail`.
    pub language_display_mail: Option<String>,
    /// `accountMobileAge`.
    pub account_mobile_age: Option<String>,
    /// `ageAccountAddresses`.
    pub age_account_addresses: Option<bool>,
    /// `groupCreationBirthday`.
    pub group_creation_birthday: Option<String>,
    /// `consentAddressesUser`.
    pub consent_addresses_user: Option<DateTimeOffset>,
    /// `cityPremisesHire`.
    pub city_premises_hire: Option<String>,
    /// `companyInterestsSync`.
    pub company_interests_sync: Option<Vec<String>>,
    /// `countryMailMobile`.
    pub country_mail_mobile: Option<String>,
    /// `creationGivenCountry`.
    pub creation_given_country: Option<i32>,
    /// `typeGroupManager`.
    pub type_group_manager: Option<String>,
    /// `employeeEmployeeTitle`.
    pub employee_employee_title: Option<Box<Place>>,
    /// `hireLastGroup`.
    pub hire_last_group: Option<String>,
    /// `externalSyncLegal`.
    pub external_sync_legal: Option<String>,
    /// `stateProjectsInterests`.
    pub state_projects_interests: Option<String>,
    /// `faxDepartmentPrincipal`.
    pub fax_department_principal: Option<bool>,
    /// `addressesUserExternal`.
    pub addresses_user_external: Option<String>,
    /// `legalCitySecurity`.
    pub legal_city_security: Option<DateTimeOffset>,
    /// `lastExternalPhone`.
    pub last_external_phone: Option<String>,
    /// `passwordChangeCreation`.
    pub password_change_creation: Option<Vec<String>>,
    /// `changeIdentifierNick`.
    pub change_identifier_nick: Option<String>,
    /// `managerSchoolsDepartment`.
    pub manager_schools_department: Option<i32>,
    /// `nickLocationConsent`.
    pub nick_location_consent: Option<String>,
    /// `premisesLanguageLast`.
    pub premises_language_last: Option<Box<Place>>,
    /// `domainCountryDisplay`.
    pub domain_country_display: Option<String>,
    /// `syncFaxLanguage`.
    pub sync_fax_language: Option<String>,
    /// `securityNickState`.
    pub security_nick_state: Option<String>,
    /// `identifierBirthdayIdentifier`.
    pub identifier_birthday_identifier: Option<bool>,
    /// `aboutNameGiven`.
    pub about_name_given: Option<String>,
    /// `birthdayPhoneType`.
    pub birthday_phone_type: Option<DateTimeOffset>,
    /// `interestsAgePremises`.
    pub interests_age_premises: Option<String>,
    /// `pastTypeOffice`.
    pub past_type_office: Option<Vec<String>>,
    /// `projectsLegalCity`.
    pub projects_legal_city: Option<String>,
    /// `responsibilitiesDomainPassword`.
    pub responsibilities_domain_password: Option<i32>,
    /// `schoolsPastName`.
    pub schools_past_name: Option<String>,
    /// `skillsTitleAccount`.
    pub skills_title_account: Option<Box<Place>>,
    /// `displaySurnameFax`.
    pub display_surname_fax: Option<String>,
    /// `nameConsentAbout`.
    pub name_consent_about: Option<String>,
    /// `mailHireSurname`.
    pub mail_hire_surname: Option<String>,
    /// `titlePasswordEmployee`.
    pub title_password_employee: Option<bool>,
    /// `departmentSecurityDomain`.
    pub department_security_domain: Option<String>,
    /// `officeResponsibilitiesLocation`.
    pub office_responsibilities_location: Option<DateTimeOffset>,
    /// `locationOfficeCompany`.
    pub location_office_company: Option<String>,
    /// `mobilePrincipalChange`.
    pub mobile_principal_change: Option<Vec<String>>,
    /// `phoneCompanyMail`.
    pub phone_company_mail: Option<String>,
    /// `givenStateAge`.
    pub given_state_age: Option<i32>,
    /// `surnameManagerAddresses`.
    pub surname_manager_addresses: Option<String>,
    /// `userAboutBirthday`.
    pub user_about_birthday: Option<Box<Place>>,
    /// `principalDisplayUser`.
    pub principal_display_user: Option<String>,
    /// `languageMobileHire`.
    pub language_mobile_hire: Option<String>,
    /// `accountAccountSync`.
    pub account_account_sync: Option<String>,
    /// `ageCreationMobile`.
    pub age_creation_mobile: Option<bool>,
    /// `groupAddressesCountry`.
    pub group_addresses_country: Option<String>,
    /// `consentPremisesManager`.
    pub consent_premises_manager: Option<DateTimeOffset>,
    /// `cityInterestsTitle`.
    pub city_interests_title: Option<String>,
    /// `companyMailGroup`.
    pub company_mail_group: Option<Vec<String>>,
    /// `countryGivenLegal`.
    pub country_given_legal: Option<String>,
    /// `creationGroupInterests`.
    pub creation_group_interests: Option<i32>,
    /// `typeEmployeePrincipal`.
    pub type_employee_principal: Option<String>,
    /// `employeeLastExternal`.
    pub employee_last_external: Option<Box<Place>>,
    /// `hireSyncSecurity`.
    pub hire_sync_security: Option<String>,
    /// `externalProjectsPhone`.
    pub external_projects_phone: Option<String>,
    /// `stateDepartmentCreation`.
    pub state_department_creation: Option<String>,
    /// `faxUserNick`.
    pub fax_user_nick: Option<bool>,
    /// `addressesCityDepartment`.
    pub addresses_city_department: Option<String>,
    /// `legalExternalConsent`.
    pub legal_external_consent: Option<DateTimeOffset>,
    /// `lastChangeLast`.
    pub last_change_last: Option<String>,
    /// `passwordIdentifierDisplay`.
    pub password_identifier_display: Option<Vec<String>>,
    /// `changeSchoolsLanguage`.
    pub change_schools_language: Option<String>,
    /// `managerLocationState`.
    pub manager_location_state: Option<i32>,
    /// `nickLanguageIdentifier`.
    pub nick_language_identifier: Option<String>,
    /// `premisesCountryGiven`.
    pub premises_country_given: Option<Box<Place>>,
    /// `domainFaxType`.
    pub domain_fax_type: Option<String>,
    /// `syncNickPremises`.
    pub sync_nick_premises: Option<String>,
    /// `securityBirthdayOffice`.
    pub security_birthday_office: Option<String>,
    /// `identifierNameCity`.
    pub identifier_name_city: Option<bool>,
    /// `aboutPhonePassword`.
    pub about_phone_password: Option<String>,
    /// `birthdayAgeName`.
    pub birthday_age_name: Option<DateTimeOffset>,
    /// `interestsTypeAccount`.
    pub interests_type_account: Option<String>,
    /// `pastLegalFax`.
    pub past_legal_fax: Option<Vec<String>>,
    /// `projectsDomainAbout`.
    pub projects_domain_about: Option<String>,
    /// `responsibilitiesPastSurname`.
    pub responsibilities_past_surname: Option<i32>,
    /// `schoolsTitleEmployee`.
    pub schools_title_employee: Option<String>,
    /// `skillsSurnameDomain`.
    pub skills_surname_domain: Option<Box<Place>>,
    /// `displayConsentLocation`.
    pub display_consent_location: Option<String>,
    /// `nameHireCompany`.
    pub name_hire_company: Option<String>,
    /// `mailPasswordChange`.
    pub mail_password_change: Option<String>,
    /// `titleSecurityMail`.
    pub title_security_mail: Option<bool>,
    /// `departmentResponsibilitiesAge`.
    pub department_responsibilities_age: Option<String>,
    /// `officeOfficeAddresses`.
    pub office_office_addresses: Option<DateTimeOffset>,
    /// `locationPrincipalBirthday`.
    pub location_principal_birthday: Option<String>,
    /// `mobileCompanyUser`.
    pub mobile_company_user: Option<Vec<String>>,
    /// `phoneStateHire`.
    pub phone_state_hire: Option<String>,
    /// `givenManagerSync`.
    pub given_manager_sync: Option<i32>,
    /// `surnameAboutMobile`.
    pub surname_about_mobile: Option<String>,
    /// `userDisplayCountry`.
    pub user_display_country: Option<Box<Place>>,
    /// `principalMobileManager`.
    pub principal_mobile_manager: Option<String>,
    /// `languageAccountTitle`.
    pub language_account_title: Option<String>,
    /// `accountCreationGroup`.
    pub account_creation_group: Option<String>,
    /// `ageAddressesLegal`.
    pub age_addresses_legal: Option<bool>,
    /// `groupPremisesInterests`.
    pub group_premises_interests: Option<String>,
    /// `consentInterestsPrincipal`.
    pub consent_interests_principal: Option<DateTimeOffset>,
    /// `cityMailExternal`.
    pub city_mail_external: Option<String>,
    /// `companyGivenSecurity`.
    pub company_given_security: Option<Vec<String>>,
    /// `countryGroupPhone`.
    pub country_group_phone: Option<String>,
    /// `creationEmployeeCreation`.
    pub creation_employee_creation: Option<i32>,
    /// `typeLastNick`.
    pub type_last_nick: Option<String>,
    /// `employeeSyncDepartment`.
    pub employee_sync_department: Option<Box<Place>>,
    /// Unknown properties, annotations, explicit nulls and misfits, kept for lossless encoding.
    pub extra: Extra,
}

impl Object for Wide {
    fn meta(&self) -> &'static Meta {
        &Meta {
            name: "bench.wide",
            base: None,
            fields: &[
                "aboutNameGiven",
                "aboutPhonePassword",
                "accountAccountSync",
                "accountCreationGroup",
                "accountMobileAge",
                "addressesCityDepartment",
                "addressesUserExternal",
                "ageAccountAddresses",
                "ageAddressesLegal",
                "ageCreationMobile",
                "birthdayAgeName",
                "birthdayPhoneType",
                "changeIdentifierNick",
                "changeSchoolsLanguage",
                "cityInterestsTitle",
                "cityMailExternal",
                "cityPremisesHire",
                "companyGivenSecurity",
                "companyInterestsSync",
                "companyMailGroup",
                "consentAddressesUser",
                "consentInterestsPrincipal",
                "consentPremisesManager",
                "countryGivenLegal",
                "countryGroupPhone",
                "countryMailMobile",
                "creationEmployeeCreation",
                "creationGivenCountry",
                "creationGroupInterests",
                "departmentPasswordAccount",
                "departmentResponsibilitiesAge",
                "departmentSecurityDomain",
                "displayConsentLocation",
                "displaySurnameFax",
                "displayTitleOffice",
                "domainCountryDisplay",
                "domainFaxType",
                "employeeEmployeeTitle",
                "employeeLastExternal",
                "employeeSyncDepartment",
                "externalProjectsPhone",
                "externalSyncLegal",
                "faxDepartmentPrincipal",
                "faxUserNick",
                "givenCompanyDomain",
                "givenManagerSync",
                "givenStateAge",
                "groupAddressesCountry",
                "groupCreationBirthday",
                "groupPremisesInterests",
                "hireLastGroup",
                "hireSyncSecurity",
                "identifierBirthdayIdentifier",
                "identifierNameCity",
                "interestsAgePremises",
                "interestsTypeAccount",
                "languageAccountTitle",
                "languageDisplayMail",
                "languageMobileHire",
                "lastChangeLast",
                "lastExternalPhone",
                "legalCitySecurity",
                "legalExternalConsent",
                "locationOfficeCompany",
                "locationPrincipalBirthday",
                "locationResponsibilitiesAbout",
                "mailConsentPassword",
                "mailHireSurname",
                "mailPasswordChange",
                "managerLocationState",
                "managerSchoolsDepartment",
                "mobileCompanyUser",
                "mobileOfficeSurname",
                "mobilePrincipalChange",
                "nameConsentAbout",
                "nameHireCompany",
                "nameSurnameCity",
                "nickLanguageIdentifier",
                "nickLocationConsent",
                "officeOfficeAddresses",
                "officeResponsibilitiesLocation",
                "officeSecurityFax",
                "passwordChangeCreation",
                "passwordIdentifierDisplay",
                "pastLegalFax",
                "pastTypeOffice",
                "phoneCompanyMail",
                "phonePrincipalEmployee",
                "phoneStateHire",
                "premisesCountryGiven",
                "premisesLanguageLast",
                "principalAboutChange",
                "principalDisplayUser",
                "principalMobileManager",
                "projectsDomainAbout",
                "projectsLegalCity",
                "responsibilitiesDomainPassword",
                "responsibilitiesPastSurname",
                "schoolsPastName",
                "schoolsTitleEmployee",
                "securityBirthdayOffice",
                "securityNickState",
                "skillsSurnameDomain",
                "skillsTitleAccount",
                "stateDepartmentCreation",
                "stateProjectsInterests",
                "surnameAboutMobile",
                "surnameManagerAddresses",
                "surnameStateLocation",
                "syncFaxLanguage",
                "syncNickPremises",
                "titleHireName",
                "titlePasswordEmployee",
                "titleSecurityMail",
                "typeEmployeePrincipal",
                "typeGroupManager",
                "typeLastNick",
                "userAboutBirthday",
                "userDisplayCountry",
                "userManagerCompany",
            ],
        }
    }

    fn field(&self, index: usize) -> SlotRef<'_> {
        match index {
            0 => SlotRef::String(&self.about_name_given),
            1 => SlotRef::String(&self.about_phone_password),
            2 => SlotRef::String(&self.account_account_sync),
            3 => SlotRef::String(&self.account_creation_group),
            4 => SlotRef::String(&self.account_mobile_age),
            5 => SlotRef::String(&self.addresses_city_department),
            6 => SlotRef::String(&self.addresses_user_external),
            7 => SlotRef::Bool(&self.age_account_addresses),
            8 => SlotRef::Bool(&self.age_addresses_legal),
            9 => SlotRef::Bool(&self.age_creation_mobile),
            10 => SlotRef::Text(&self.birthday_age_name),
            11 => SlotRef::Text(&self.birthday_phone_type),
            12 => SlotRef::String(&self.change_identifier_nick),
            13 => SlotRef::String(&self.change_schools_language),
            14 => SlotRef::String(&self.city_interests_title),
            15 => SlotRef::String(&self.city_mail_external),
            16 => SlotRef::String(&self.city_premises_hire),
            17 => SlotRef::Strings(&self.company_given_security),
            18 => SlotRef::Strings(&self.company_interests_sync),
            19 => SlotRef::Strings(&self.company_mail_group),
            20 => SlotRef::Text(&self.consent_addresses_user),
            21 => SlotRef::Text(&self.consent_interests_principal),
            22 => SlotRef::Text(&self.consent_premises_manager),
            23 => SlotRef::String(&self.country_given_legal),
            24 => SlotRef::String(&self.country_group_phone),
            25 => SlotRef::String(&self.country_mail_mobile),
            26 => SlotRef::I32(&self.creation_employee_creation),
            27 => SlotRef::I32(&self.creation_given_country),
            28 => SlotRef::I32(&self.creation_group_interests),
            29 => SlotRef::String(&self.department_password_account),
            30 => SlotRef::String(&self.department_responsibilities_age),
            31 => SlotRef::String(&self.department_security_domain),
            32 => SlotRef::String(&self.display_consent_location),
            33 => SlotRef::String(&self.display_surname_fax),
            34 => SlotRef::String(&self.display_title_office),
            35 => SlotRef::String(&self.domain_country_display),
            36 => SlotRef::String(&self.domain_fax_type),
            37 => SlotRef::Object(&self.employee_employee_title),
            38 => SlotRef::Object(&self.employee_last_external),
            39 => SlotRef::Object(&self.employee_sync_department),
            40 => SlotRef::String(&self.external_projects_phone),
            41 => SlotRef::String(&self.external_sync_legal),
            42 => SlotRef::Bool(&self.fax_department_principal),
            43 => SlotRef::Bool(&self.fax_user_nick),
            44 => SlotRef::I32(&self.given_company_domain),
            45 => SlotRef::I32(&self.given_manager_sync),
            46 => SlotRef::I32(&self.given_state_age),
            47 => SlotRef::String(&self.group_addresses_country),
            48 => SlotRef::String(&self.group_creation_birthday),
            49 => SlotRef::String(&self.group_premises_interests),
            50 => SlotRef::String(&self.hire_last_group),
            51 => SlotRef::String(&self.hire_sync_security),
            52 => SlotRef::Bool(&self.identifier_birthday_identifier),
            53 => SlotRef::Bool(&self.identifier_name_city),
            54 => SlotRef::String(&self.interests_age_premises),
            55 => SlotRef::String(&self.interests_type_account),
            56 => SlotRef::String(&self.language_account_title),
            57 => SlotRef::String(&self.language_display_mail),
            58 => SlotRef::String(&self.language_mobile_hire),
            59 => SlotRef::String(&self.last_change_last),
            60 => SlotRef::String(&self.last_external_phone),
            61 => SlotRef::Text(&self.legal_city_security),
            62 => SlotRef::Text(&self.legal_external_consent),
            63 => SlotRef::String(&self.location_office_company),
            64 => SlotRef::String(&self.location_principal_birthday),
            65 => SlotRef::String(&self.location_responsibilities_about),
            66 => SlotRef::String(&self.mail_consent_password),
            67 => SlotRef::String(&self.mail_hire_surname),
            68 => SlotRef::String(&self.mail_password_change),
            69 => SlotRef::I32(&self.manager_location_state),
            70 => SlotRef::I32(&self.manager_schools_department),
            71 => SlotRef::Strings(&self.mobile_company_user),
            72 => SlotRef::Strings(&self.mobile_office_surname),
            73 => SlotRef::Strings(&self.mobile_principal_change),
            74 => SlotRef::String(&self.name_consent_about),
            75 => SlotRef::String(&self.name_hire_company),
            76 => SlotRef::String(&self.name_surname_city),
            77 => SlotRef::String(&self.nick_language_identifier),
            78 => SlotRef::String(&self.nick_location_consent),
            79 => SlotRef::Text(&self.office_office_addresses),
            80 => SlotRef::Text(&self.office_responsibilities_location),
            81 => SlotRef::Text(&self.office_security_fax),
            82 => SlotRef::Strings(&self.password_change_creation),
            83 => SlotRef::Strings(&self.password_identifier_display),
            84 => SlotRef::Strings(&self.past_legal_fax),
            85 => SlotRef::Strings(&self.past_type_office),
            86 => SlotRef::String(&self.phone_company_mail),
            87 => SlotRef::String(&self.phone_principal_employee),
            88 => SlotRef::String(&self.phone_state_hire),
            89 => SlotRef::Object(&self.premises_country_given),
            90 => SlotRef::Object(&self.premises_language_last),
            91 => SlotRef::String(&self.principal_about_change),
            92 => SlotRef::String(&self.principal_display_user),
            93 => SlotRef::String(&self.principal_mobile_manager),
            94 => SlotRef::String(&self.projects_domain_about),
            95 => SlotRef::String(&self.projects_legal_city),
            96 => SlotRef::I32(&self.responsibilities_domain_password),
            97 => SlotRef::I32(&self.responsibilities_past_surname),
            98 => SlotRef::String(&self.schools_past_name),
            99 => SlotRef::String(&self.schools_title_employee),
            100 => SlotRef::String(&self.security_birthday_office),
            101 => SlotRef::String(&self.security_nick_state),
            102 => SlotRef::Object(&self.skills_surname_domain),
            103 => SlotRef::Object(&self.skills_title_account),
            104 => SlotRef::String(&self.state_department_creation),
            105 => SlotRef::String(&self.state_projects_interests),
            106 => SlotRef::String(&self.surname_about_mobile),
            107 => SlotRef::String(&self.surname_manager_addresses),
            108 => SlotRef::String(&self.surname_state_location),
            109 => SlotRef::String(&self.sync_fax_language),
            110 => SlotRef::String(&self.sync_nick_premises),
            111 => SlotRef::Bool(&self.title_hire_name),
            112 => SlotRef::Bool(&self.title_password_employee),
            113 => SlotRef::Bool(&self.title_security_mail),
            114 => SlotRef::String(&self.type_employee_principal),
            115 => SlotRef::String(&self.type_group_manager),
            116 => SlotRef::String(&self.type_last_nick),
            117 => SlotRef::Object(&self.user_about_birthday),
            118 => SlotRef::Object(&self.user_display_country),
            119 => SlotRef::Object(&self.user_manager_company),
            _ => SlotRef::Extra(&self.extra),
        }
    }

    fn field_mut(&mut self, index: usize) -> SlotMut<'_> {
        match index {
            0 => SlotMut::String(&mut self.about_name_given),
            1 => SlotMut::String(&mut self.about_phone_password),
            2 => SlotMut::String(&mut self.account_account_sync),
            3 => SlotMut::String(&mut self.account_creation_group),
            4 => SlotMut::String(&mut self.account_mobile_age),
            5 => SlotMut::String(&mut self.addresses_city_department),
            6 => SlotMut::String(&mut self.addresses_user_external),
            7 => SlotMut::Bool(&mut self.age_account_addresses),
            8 => SlotMut::Bool(&mut self.age_addresses_legal),
            9 => SlotMut::Bool(&mut self.age_creation_mobile),
            10 => SlotMut::Text(&mut self.birthday_age_name),
            11 => SlotMut::Text(&mut self.birthday_phone_type),
            12 => SlotMut::String(&mut self.change_identifier_nick),
            13 => SlotMut::String(&mut self.change_schools_language),
            14 => SlotMut::String(&mut self.city_interests_title),
            15 => SlotMut::String(&mut self.city_mail_external),
            16 => SlotMut::String(&mut self.city_premises_hire),
            17 => SlotMut::Strings(&mut self.company_given_security),
            18 => SlotMut::Strings(&mut self.company_interests_sync),
            19 => SlotMut::Strings(&mut self.company_mail_group),
            20 => SlotMut::Text(&mut self.consent_addresses_user),
            21 => SlotMut::Text(&mut self.consent_interests_principal),
            22 => SlotMut::Text(&mut self.consent_premises_manager),
            23 => SlotMut::String(&mut self.country_given_legal),
            24 => SlotMut::String(&mut self.country_group_phone),
            25 => SlotMut::String(&mut self.country_mail_mobile),
            26 => SlotMut::I32(&mut self.creation_employee_creation),
            27 => SlotMut::I32(&mut self.creation_given_country),
            28 => SlotMut::I32(&mut self.creation_group_interests),
            29 => SlotMut::String(&mut self.department_password_account),
            30 => SlotMut::String(&mut self.department_responsibilities_age),
            31 => SlotMut::String(&mut self.department_security_domain),
            32 => SlotMut::String(&mut self.display_consent_location),
            33 => SlotMut::String(&mut self.display_surname_fax),
            34 => SlotMut::String(&mut self.display_title_office),
            35 => SlotMut::String(&mut self.domain_country_display),
            36 => SlotMut::String(&mut self.domain_fax_type),
            37 => SlotMut::Object(&mut self.employee_employee_title),
            38 => SlotMut::Object(&mut self.employee_last_external),
            39 => SlotMut::Object(&mut self.employee_sync_department),
            40 => SlotMut::String(&mut self.external_projects_phone),
            41 => SlotMut::String(&mut self.external_sync_legal),
            42 => SlotMut::Bool(&mut self.fax_department_principal),
            43 => SlotMut::Bool(&mut self.fax_user_nick),
            44 => SlotMut::I32(&mut self.given_company_domain),
            45 => SlotMut::I32(&mut self.given_manager_sync),
            46 => SlotMut::I32(&mut self.given_state_age),
            47 => SlotMut::String(&mut self.group_addresses_country),
            48 => SlotMut::String(&mut self.group_creation_birthday),
            49 => SlotMut::String(&mut self.group_premises_interests),
            50 => SlotMut::String(&mut self.hire_last_group),
            51 => SlotMut::String(&mut self.hire_sync_security),
            52 => SlotMut::Bool(&mut self.identifier_birthday_identifier),
            53 => SlotMut::Bool(&mut self.identifier_name_city),
            54 => SlotMut::String(&mut self.interests_age_premises),
            55 => SlotMut::String(&mut self.interests_type_account),
            56 => SlotMut::String(&mut self.language_account_title),
            57 => SlotMut::String(&mut self.language_display_mail),
            58 => SlotMut::String(&mut self.language_mobile_hire),
            59 => SlotMut::String(&mut self.last_change_last),
            60 => SlotMut::String(&mut self.last_external_phone),
            61 => SlotMut::Text(&mut self.legal_city_security),
            62 => SlotMut::Text(&mut self.legal_external_consent),
            63 => SlotMut::String(&mut self.location_office_company),
            64 => SlotMut::String(&mut self.location_principal_birthday),
            65 => SlotMut::String(&mut self.location_responsibilities_about),
            66 => SlotMut::String(&mut self.mail_consent_password),
            67 => SlotMut::String(&mut self.mail_hire_surname),
            68 => SlotMut::String(&mut self.mail_password_change),
            69 => SlotMut::I32(&mut self.manager_location_state),
            70 => SlotMut::I32(&mut self.manager_schools_department),
            71 => SlotMut::Strings(&mut self.mobile_company_user),
            72 => SlotMut::Strings(&mut self.mobile_office_surname),
            73 => SlotMut::Strings(&mut self.mobile_principal_change),
            74 => SlotMut::String(&mut self.name_consent_about),
            75 => SlotMut::String(&mut self.name_hire_company),
            76 => SlotMut::String(&mut self.name_surname_city),
            77 => SlotMut::String(&mut self.nick_language_identifier),
            78 => SlotMut::String(&mut self.nick_location_consent),
            79 => SlotMut::Text(&mut self.office_office_addresses),
            80 => SlotMut::Text(&mut self.office_responsibilities_location),
            81 => SlotMut::Text(&mut self.office_security_fax),
            82 => SlotMut::Strings(&mut self.password_change_creation),
            83 => SlotMut::Strings(&mut self.password_identifier_display),
            84 => SlotMut::Strings(&mut self.past_legal_fax),
            85 => SlotMut::Strings(&mut self.past_type_office),
            86 => SlotMut::String(&mut self.phone_company_mail),
            87 => SlotMut::String(&mut self.phone_principal_employee),
            88 => SlotMut::String(&mut self.phone_state_hire),
            89 => SlotMut::Object(&mut self.premises_country_given),
            90 => SlotMut::Object(&mut self.premises_language_last),
            91 => SlotMut::String(&mut self.principal_about_change),
            92 => SlotMut::String(&mut self.principal_display_user),
            93 => SlotMut::String(&mut self.principal_mobile_manager),
            94 => SlotMut::String(&mut self.projects_domain_about),
            95 => SlotMut::String(&mut self.projects_legal_city),
            96 => SlotMut::I32(&mut self.responsibilities_domain_password),
            97 => SlotMut::I32(&mut self.responsibilities_past_surname),
            98 => SlotMut::String(&mut self.schools_past_name),
            99 => SlotMut::String(&mut self.schools_title_employee),
            100 => SlotMut::String(&mut self.security_birthday_office),
            101 => SlotMut::String(&mut self.security_nick_state),
            102 => SlotMut::Object(&mut self.skills_surname_domain),
            103 => SlotMut::Object(&mut self.skills_title_account),
            104 => SlotMut::String(&mut self.state_department_creation),
            105 => SlotMut::String(&mut self.state_projects_interests),
            106 => SlotMut::String(&mut self.surname_about_mobile),
            107 => SlotMut::String(&mut self.surname_manager_addresses),
            108 => SlotMut::String(&mut self.surname_state_location),
            109 => SlotMut::String(&mut self.sync_fax_language),
            110 => SlotMut::String(&mut self.sync_nick_premises),
            111 => SlotMut::Bool(&mut self.title_hire_name),
            112 => SlotMut::Bool(&mut self.title_password_employee),
            113 => SlotMut::Bool(&mut self.title_security_mail),
            114 => SlotMut::String(&mut self.type_employee_principal),
            115 => SlotMut::String(&mut self.type_group_manager),
            116 => SlotMut::String(&mut self.type_last_nick),
            117 => SlotMut::Object(&mut self.user_about_birthday),
            118 => SlotMut::Object(&mut self.user_display_country),
            119 => SlotMut::Object(&mut self.user_manager_company),
            _ => SlotMut::Extra(&mut self.extra),
        }
    }

    fn set_fields(&self) -> SetFields {
        SetFields::of(&[
            self.about_name_given.is_some(),
            self.about_phone_password.is_some(),
            self.account_account_sync.is_some(),
            self.account_creation_group.is_some(),
            self.account_mobile_age.is_some(),
            self.addresses_city_department.is_some(),
            self.addresses_user_external.is_some(),
            self.age_account_addresses.is_some(),
            self.age_addresses_legal.is_some(),
            self.age_creation_mobile.is_some(),
            self.birthday_age_name.is_some(),
            self.birthday_phone_type.is_some(),
            self.change_identifier_nick.is_some(),
            self.change_schools_language.is_some(),
            self.city_interests_title.is_some(),
            self.city_mail_external.is_some(),
            self.city_premises_hire.is_some(),
            self.company_given_security.is_some(),
            self.company_interests_sync.is_some(),
            self.company_mail_group.is_some(),
            self.consent_addresses_user.is_some(),
            self.consent_interests_principal.is_some(),
            self.consent_premises_manager.is_some(),
            self.country_given_legal.is_some(),
            self.country_group_phone.is_some(),
            self.country_mail_mobile.is_some(),
            self.creation_employee_creation.is_some(),
            self.creation_given_country.is_some(),
            self.creation_group_interests.is_some(),
            self.department_password_account.is_some(),
            self.department_responsibilities_age.is_some(),
            self.department_security_domain.is_some(),
            self.display_consent_location.is_some(),
            self.display_surname_fax.is_some(),
            self.display_title_office.is_some(),
            self.domain_country_display.is_some(),
            self.domain_fax_type.is_some(),
            self.employee_employee_title.is_some(),
            self.employee_last_external.is_some(),
            self.employee_sync_department.is_some(),
            self.external_projects_phone.is_some(),
            self.external_sync_legal.is_some(),
            self.fax_department_principal.is_some(),
            self.fax_user_nick.is_some(),
            self.given_company_domain.is_some(),
            self.given_manager_sync.is_some(),
            self.given_state_age.is_some(),
            self.group_addresses_country.is_some(),
            self.group_creation_birthday.is_some(),
            self.group_premises_interests.is_some(),
            self.hire_last_group.is_some(),
            self.hire_sync_security.is_some(),
            self.identifier_birthday_identifier.is_some(),
            self.identifier_name_city.is_some(),
            self.interests_age_premises.is_some(),
            self.interests_type_account.is_some(),
            self.language_account_title.is_some(),
            self.language_display_mail.is_some(),
            self.language_mobile_hire.is_some(),
            self.last_change_last.is_some(),
            self.last_external_phone.is_some(),
            self.legal_city_security.is_some(),
            self.legal_external_consent.is_some(),
            self.location_office_company.is_some(),
            self.location_principal_birthday.is_some(),
            self.location_responsibilities_about.is_some(),
            self.mail_consent_password.is_some(),
            self.mail_hire_surname.is_some(),
            self.mail_password_change.is_some(),
            self.manager_location_state.is_some(),
            self.manager_schools_department.is_some(),
            self.mobile_company_user.is_some(),
            self.mobile_office_surname.is_some(),
            self.mobile_principal_change.is_some(),
            self.name_consent_about.is_some(),
            self.name_hire_company.is_some(),
            self.name_surname_city.is_some(),
            self.nick_language_identifier.is_some(),
            self.nick_location_consent.is_some(),
            self.office_office_addresses.is_some(),
            self.office_responsibilities_location.is_some(),
            self.office_security_fax.is_some(),
            self.password_change_creation.is_some(),
            self.password_identifier_display.is_some(),
            self.past_legal_fax.is_some(),
            self.past_type_office.is_some(),
            self.phone_company_mail.is_some(),
            self.phone_principal_employee.is_some(),
            self.phone_state_hire.is_some(),
            self.premises_country_given.is_some(),
            self.premises_language_last.is_some(),
            self.principal_about_change.is_some(),
            self.principal_display_user.is_some(),
            self.principal_mobile_manager.is_some(),
            self.projects_domain_about.is_some(),
            self.projects_legal_city.is_some(),
            self.responsibilities_domain_password.is_some(),
            self.responsibilities_past_surname.is_some(),
            self.schools_past_name.is_some(),
            self.schools_title_employee.is_some(),
            self.security_birthday_office.is_some(),
            self.security_nick_state.is_some(),
            self.skills_surname_domain.is_some(),
            self.skills_title_account.is_some(),
            self.state_department_creation.is_some(),
            self.state_projects_interests.is_some(),
            self.surname_about_mobile.is_some(),
            self.surname_manager_addresses.is_some(),
            self.surname_state_location.is_some(),
            self.sync_fax_language.is_some(),
            self.sync_nick_premises.is_some(),
            self.title_hire_name.is_some(),
            self.title_password_employee.is_some(),
            self.title_security_mail.is_some(),
            self.type_employee_principal.is_some(),
            self.type_group_manager.is_some(),
            self.type_last_nick.is_some(),
            self.user_about_birthday.is_some(),
            self.user_display_country.is_some(),
            self.user_manager_company.is_some(),
        ])
    }
}

object_impls!(Wide);
