//! The same types as serde's derive has them: boxed like ours, so that both move the same bytes.

use serde::{Deserialize, Serialize};

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Place {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub city: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country_or_region: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub postal_code: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub street: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Wide {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display_title_office: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name_surname_city: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mail_consent_password: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title_hire_name: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub department_password_account: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub office_security_fax: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location_responsibilities_about: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mobile_office_surname: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone_principal_employee: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub given_company_domain: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub surname_state_location: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_manager_company: Option<Box<Place>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub principal_about_change: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language_display_mail: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_mobile_age: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub age_account_addresses: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group_creation_birthday: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub consent_addresses_user: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub city_premises_hire: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub company_interests_sync: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country_mail_mobile: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub creation_given_country: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub type_group_manager: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub employee_employee_title: Option<Box<Place>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hire_last_group: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_sync_legal: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state_projects_interests: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fax_department_principal: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub addresses_user_external: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub legal_city_security: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_external_phone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub password_change_creation: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub change_identifier_nick: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub manager_schools_department: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nick_location_consent: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub premises_language_last: Option<Box<Place>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub domain_country_display: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sync_fax_language: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub security_nick_state: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub identifier_birthday_identifier: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about_name_given: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub birthday_phone_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interests_age_premises: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub past_type_office: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub projects_legal_city: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub responsibilities_domain_password: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schools_past_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub skills_title_account: Option<Box<Place>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display_surname_fax: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name_consent_about: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mail_hire_surname: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title_password_employee: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub department_security_domain: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub office_responsibilities_location: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location_office_company: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mobile_principal_change: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone_company_mail: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub given_state_age: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub surname_manager_addresses: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_about_birthday: Option<Box<Place>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub principal_display_user: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language_mobile_hire: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_account_sync: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub age_creation_mobile: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group_addresses_country: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub consent_premises_manager: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub city_interests_title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub company_mail_group: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country_given_legal: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub creation_group_interests: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub type_employee_principal: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub employee_last_external: Option<Box<Place>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub hire_sync_security: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub external_projects_phone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub state_department_creation: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub fax_user_nick: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub addresses_city_department: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub legal_external_consent: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_change_last: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub password_identifier_display: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub change_schools_language: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub manager_location_state: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub nick_language_identifier: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub premises_country_given: Option<Box<Place>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub domain_fax_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sync_nick_premises: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub security_birthday_office: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub identifier_name_city: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub about_phone_password: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub birthday_age_name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interests_type_account: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub past_legal_fax: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub projects_domain_about: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub responsibilities_past_surname: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub schools_title_employee: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub skills_surname_domain: Option<Box<Place>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub display_consent_location: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name_hire_company: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mail_password_change: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub title_security_mail: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub department_responsibilities_age: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub office_office_addresses: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub location_principal_birthday: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub mobile_company_user: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub phone_state_hire: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub given_manager_sync: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub surname_about_mobile: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub user_display_country: Option<Box<Place>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub principal_mobile_manager: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language_account_title: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub account_creation_group: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub age_addresses_legal: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub group_premises_interests: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub consent_interests_principal: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub city_mail_external: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub company_given_security: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub country_group_phone: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub creation_employee_creation: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub type_last_nick: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub employee_sync_department: Option<Box<Place>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct EmailAddress {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub address: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Recipient {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub email_address: Option<Box<EmailAddress>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct ItemBody {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content: Option<String>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Attachment {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub name: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub content_type: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub size: Option<i32>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_inline: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub last_modified_date_time: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub enum Importance {
    Low,
    Normal,
    High,
    #[serde(untagged)]
    Unknown(String),
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Message {
    #[serde(skip_serializing_if = "Option::is_none")]
    pub id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub created_date_time: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub received_date_time: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sent_date_time: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub has_attachments: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub internet_message_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub subject: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body_preview: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub importance: Option<Importance>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub parent_folder_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub conversation_id: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_read: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub is_draft: Option<bool>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub web_link: Option<String>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub categories: Option<Vec<String>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub body: Option<Box<ItemBody>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub sender: Option<Box<Recipient>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub from: Option<Box<Recipient>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub to_recipients: Option<Vec<Recipient>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub cc_recipients: Option<Vec<Recipient>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub reply_to: Option<Vec<Recipient>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    pub attachments: Option<Vec<Attachment>>,
}

#[derive(Debug, Clone, Default, PartialEq, Serialize, Deserialize)]
pub struct Page<T> {
    pub value: Vec<T>,
}
