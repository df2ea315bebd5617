from plein.delivery.models.contacts import Contact, Way
from plein.delivery.models.deliveries import Delivery, DeliveryState
from plein.delivery.models.devices import Device
from plein.delivery.models.policies import ContactPolicy

__all__ = ["Contact", "ContactPolicy", "Delivery", "DeliveryState", "Device", "Way"]
